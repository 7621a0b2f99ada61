"""Several handlers of a creation, and what they return."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced(changes=True)
def first(**_):
    return {'size': 1, 'names': ['a', 'b']}


@kopf.on.create(*SAMPLES)
@traced
def second(**_):
    return 'text'


@kopf.on.create(*SAMPLES)
@traced
def third(**_):
    pass
