"""A change that arrives while an earlier one is being dealt with."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def created(**_):
    pass


@kopf.on.update(*SAMPLES)
@traced(changes=True)
def quick(**_):
    pass


@kopf.on.update(*SAMPLES)
@traced
def slow(spec, **_):
    if spec['size'] < 3:
        raise kopf.TemporaryError('not yet', delay=3)
