"""Handlers of fields."""
import kopf

from traced import SAMPLES, traced


@kopf.on.field(*SAMPLES, field='spec.size')
@traced(changes=True, full_id=True)
def sized(**_):
    return 'done'


@kopf.on.field(*SAMPLES, field='spec.first')
@kopf.on.field(*SAMPLES, field='spec.second')
@traced(changes=True, full_id=True)
def either(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.colour', old='red')
@traced
def not_red_any_more(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.colour', new='red')
@traced
def red_now(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.colour', value='red')
@traced
def red_before_or_after(**_):
    pass


@kopf.on.update(*SAMPLES, field='spec.colour', old=kopf.ABSENT, new=kopf.PRESENT)
@traced
def coloured(**_):
    pass


@kopf.on.create(*SAMPLES)
@traced
def created(**_):
    pass
