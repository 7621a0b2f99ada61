"""What is known of all objects together."""
import kopf

from traced import SAMPLES, traced


@kopf.index(*SAMPLES, field='spec.team')
def teams(spec, name, **_):
    return {spec['team']: name}


@kopf.index(*SAMPLES, labels={'member': 'yes'})
def members(name, **_):
    return {'all': name, name: 'one'}


@kopf.on.create(*SAMPLES, labels={'look': 'yes'})
@traced
def look(teams, members, **_):
    return {
        'teams': {team: sorted(teams[team]) for team in teams},
        'members': {key: sorted(members[key]) for key in members},
    }
