"""What runs beside objects."""
import kopf

from traced import SAMPLES, traced


@kopf.daemon(*SAMPLES, labels={'follow': 'yes'}, cancellation_polling=0.2)
@traced
def follow(stopped, **_):
    stopped.wait()


@kopf.daemon(*SAMPLES, labels={'once': 'yes'}, cancellation_polling=0.2)
@traced
def once(spec, **_):
    return {'size': spec['size']}


@kopf.daemon(*SAMPLES, labels={'stubborn': 'yes'}, cancellation_polling=0.2)
@traced
def stubborn(retry, stopped, **_):
    if retry < 2:
        raise kopf.TemporaryError('not yet', delay=0.2)
    stopped.wait()


@kopf.daemon(*SAMPLES, labels={'hopeless': 'yes'}, cancellation_polling=0.2)
@traced
def hopeless(**_):
    raise kopf.PermanentError('never')


@kopf.daemon(*SAMPLES, labels={'live': 'yes'}, cancellation_polling=0.2)
@traced
def live(body, stopped, **_):
    while body['spec']['size'] < 2:
        stopped.wait(0.05)
    return {'size': body['spec']['size']}


@kopf.on.delete(*SAMPLES, labels={'farewell': 'yes'})
@traced
def farewell(**_):
    pass
