"""What is handed over."""
import kopf

from traced import SAMPLES, traced, while_exists


@kopf.on.create(*SAMPLES)
@traced
def make_it(**_):
    return 'made'


@kopf.on.create(*SAMPLES)
@traced
def wait_for_it(retry, spec, **_):
    if spec.get('wait') and retry < 3:
        raise kopf.TemporaryError('not yet', delay=1 if retry < 1 else 6)
    if spec.get('hang'):
        while_exists('hang')


@kopf.on.update(*SAMPLES)
@traced(changes=True)
def change_it(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.size')
@traced
def resize_it(retry, spec, **_):
    if spec['size'] == 5 and retry < 2:
        raise kopf.TemporaryError('not yet', delay=1 if retry < 1 else 6)


@kopf.on.resume(*SAMPLES)
@traced
def resume_it(**_):
    pass


@kopf.on.delete(*SAMPLES)
@traced
def take_down(**_):
    pass


@kopf.on.delete(*SAMPLES)
@traced
def clean_up(retry, spec, **_):
    if spec.get('sticky') and retry < 2:
        raise kopf.TemporaryError('not yet', delay=1 if retry < 1 else 6)
