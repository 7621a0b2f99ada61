"""What a watch tells."""
import kopf

from traced import SAMPLES, traced


@kopf.on.event(*SAMPLES)
@traced
def seen(**_):
    pass


@kopf.on.event(*SAMPLES, labels={'team': 'blue'})
@traced
def blue(**_):
    pass


@kopf.on.event(*SAMPLES, field='spec.size', value=3)
@traced
def three(**_):
    pass


@kopf.on.event(*SAMPLES)
@traced
def broken(**_):
    raise ValueError('whatever')


@kopf.on.event(*SAMPLES, labels={'answers': 'yes'})
@traced
def answering(spec, **_):
    return {'size': spec['size']}
