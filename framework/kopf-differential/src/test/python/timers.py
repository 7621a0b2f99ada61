"""What runs again and again."""
import time

import kopf

from traced import SAMPLES, traced


def nth(memo, name):
    count = memo.get(name, 0) + 1
    memo[name] = count
    return count


@kopf.timer(*SAMPLES, field='spec.ticks', interval=0.4)
@traced
def tick(memo, spec, **_):
    if nth(memo, 'tick') > spec['ticks']:
        raise kopf.PermanentError('enough')


@kopf.timer(*SAMPLES, labels={'flaky': 'yes'}, interval=0.2)
@traced
def flaky(memo, retry, **_):
    count = nth(memo, 'flaky')
    if count > 5:
        raise kopf.PermanentError('enough')
    if retry < 2:
        raise kopf.TemporaryError('not yet', delay=0.1)


@kopf.timer(*SAMPLES, labels={'failing': 'yes'}, interval=0.2, retries=2, backoff=0.1)
@traced
def failing(**_):
    raise ValueError('unexpected')


@kopf.timer(*SAMPLES, labels={'idle': 'yes'}, idle=2, interval=60)
@traced
def idle(spec, **_):
    return {'step': spec['step']}


@kopf.timer(*SAMPLES, labels={'waits': 'yes'}, initial_delay=2.5, interval=60)
@traced
def waits(**_):
    pass


@kopf.timer(*SAMPLES, labels={'grid': 'yes'}, interval=1, sharp=True)
@traced
def sharp(memo, **_):
    slowly(memo, 'sharp')


@kopf.timer(*SAMPLES, labels={'grid': 'yes'}, interval=1)
@traced
def relaxed(memo, **_):
    slowly(memo, 'relaxed')


def slowly(memo, name):
    if nth(memo, name) > 4:
        raise kopf.PermanentError('enough')
    time.sleep(0.7)


@kopf.on.create(*SAMPLES, labels={'quiet': 'yes'})
@kopf.on.update(*SAMPLES, labels={'quiet': 'yes'})
def remember(**_):
    """Without it Kopf would not know what has changed."""
