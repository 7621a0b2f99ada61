"""Changes of the object and of fields of it."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def created(**_):
    pass


@kopf.on.update(*SAMPLES)
@traced(changes=True)
def whole(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.size')
@traced(changes=True)
def size(new, **_):
    return new


@kopf.on.update(*SAMPLES, field='spec.parts')
@traced(changes=True)
def parts(**_):
    pass


@kopf.on.update(*SAMPLES, field='metadata.labels.team')
@traced(changes=True)
def team(**_):
    pass
