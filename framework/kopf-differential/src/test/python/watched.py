"""A field of the status that a handler looks at."""
import kopf

from traced import SAMPLES, traced


@kopf.on.field(*SAMPLES, field='status.phase')
@traced(changes=True)
def phase(new, retry, **_):
    if new == 'Broken' and retry < 2:
        raise kopf.TemporaryError('not yet', delay=0.5 if retry < 1 else 5)


@kopf.on.update(*SAMPLES, field='spec')
@traced(changes=True)
def asked(**_):
    pass


@kopf.on.create(*SAMPLES)
@traced
def created(**_):
    pass


@kopf.on.resume(*SAMPLES)
@traced
def resumed(**_):
    pass
