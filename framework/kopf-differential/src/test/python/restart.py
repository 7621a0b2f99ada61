"""Processes that come and go."""
import kopf

from traced import SAMPLES, traced, while_exists


@kopf.on.create(*SAMPLES)
@kopf.on.resume(*SAMPLES)
@traced
def appear(**_):
    pass


@kopf.on.resume(*SAMPLES)
@traced
def resumed(**_):
    pass


@kopf.on.update(*SAMPLES)
@traced(changes=True)
def updated(**_):
    pass


@kopf.on.create(*SAMPLES)
@traced
def slow(retry, spec, **_):
    if spec.get('wait') and retry < 2:
        raise kopf.TemporaryError('not yet', delay=2)
    if spec.get('hang'):
        while_exists('hang')
