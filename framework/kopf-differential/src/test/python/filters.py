"""Who is concerned, and since when."""
import kopf

from traced import SAMPLES, traced


@kopf.on.create(*SAMPLES, labels={'team': 'blue'})
@traced
def blue(**_):
    pass


@kopf.on.update(*SAMPLES, labels={'team': 'blue'})
@traced(changes=True)
def changed(**_):
    pass


@kopf.on.create(*SAMPLES, labels={'team': 'blue', 'quiet': kopf.ABSENT})
@traced
def loud(**_):
    pass


@kopf.on.create(*SAMPLES, labels={'team': kopf.PRESENT}, annotations={'example.com/note': kopf.PRESENT})
@traced
def noted(**_):
    pass


@kopf.on.create(*SAMPLES, labels={'team': 'blue'}, field='spec.size', value=3)
@traced
def three(**_):
    pass


@kopf.on.create(*SAMPLES, labels={'team': 'blue'}, when=lambda name, **_: name.startswith('t'))
@traced
def with_t(**_):
    pass


@kopf.on.delete(*SAMPLES, labels={'team': 'blue'})
@traced
def deleted(**_):
    pass
