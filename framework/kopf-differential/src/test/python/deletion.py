"""Ends of objects."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def created(retry, spec, **_):
    if spec.get('stubborn'):
        raise kopf.TemporaryError('never done', delay=0.5)


@kopf.on.delete(*SAMPLES)
@traced
def deleted(retry, **_):
    if retry < 1:
        raise kopf.TemporaryError('not yet', delay=0.5)


@kopf.on.delete(*SAMPLES)
@traced(changes=True)
def last(**_):
    pass


@kopf.on.delete(*SAMPLES)
@traced
def failing(**_):
    raise kopf.PermanentError('whatever')


@kopf.on.resume(*SAMPLES)
@traced
def resumed(**_):
    pass
