"""Handlers of parts."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES)
@traced
def assemble(spec, **_):
    for part in spec.get('parts', []):

        @kopf.subhandler(id=part['name'])
        @traced(full_id=True)
        def mount(retry, part=part, **_):
            not_yet(retry, part)


@kopf.on.create(*SAMPLES)
@traced
async def dispatch(spec, **_):
    if 'boxes' in spec:
        await kopf.execute(fns={'pack': pack})


@traced(full_id=True)
async def pack(spec, **_):
    await kopf.execute(fns={box['name']: box_up(box) for box in spec['boxes']})


def box_up(box):
    @traced(full_id=True)
    def close(retry, **_):
        not_yet(retry, box)
    return close


@kopf.on.field(*SAMPLES, field='spec.doors')
@traced(full_id=True)
def hinge(new, **_):
    for door in new or []:

        @kopf.subhandler(id=door)
        @traced(full_id=True)
        def hang(**_):
            pass


@kopf.on.delete(*SAMPLES)
@traced
def dismantle(spec, **_):
    for part in spec.get('parts', []):

        @kopf.subhandler(id=part['name'], retries=2)
        @traced(full_id=True)
        def unmount(**_):
            raise kopf.TemporaryError('not yet', delay=0.1)


def not_yet(retry, part):
    if part['attempts'] < 0:
        raise kopf.PermanentError('never')
    if retry < part['attempts']:
        raise kopf.TemporaryError('not yet', delay=part.get('delay', 0.3))
