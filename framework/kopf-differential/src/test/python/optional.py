"""A deletion that nobody waits for."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def created(**_):
    pass


@kopf.on.delete(*SAMPLES, optional=True)
@traced
def goodbye(**_):
    pass
