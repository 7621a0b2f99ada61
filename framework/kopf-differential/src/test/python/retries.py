"""Attempts that fail."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def later(retry, **_):
    if retry < 2:
        raise kopf.TemporaryError('not yet', delay=0.5)
    return f'after {retry}'


@kopf.on.create(*SAMPLES)
@traced
def never(**_):
    raise kopf.PermanentError('never')


@kopf.on.create(*SAMPLES, retries=3, backoff=0.2)
@traced
def thrice(**_):
    raise ValueError('unexpected')


@kopf.on.create(*SAMPLES, retries=2)
@traced
def twice(**_):
    raise kopf.TemporaryError('again', delay=0.2)


@kopf.on.create(*SAMPLES, errors=kopf.ErrorsMode.PERMANENT)
@traced
def strict(**_):
    raise ValueError('unexpected')


@kopf.on.create(*SAMPLES, errors=kopf.ErrorsMode.IGNORED)
@traced
def careless(**_):
    raise ValueError('unexpected')


@kopf.on.create(*SAMPLES, backoff=0.3)
@traced
def patient(retry, **_):
    if retry < 1:
        raise ValueError('unexpected')


@kopf.on.update(*SAMPLES)
@traced
def updated(**_):
    pass
