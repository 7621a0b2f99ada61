"""Dashboard and alerts, as Prometheus reads them."""

import json

import promql_parser
import pytest
import yaml
from support.tools import ROOT

FILES = ROOT / "roles/operator/files"


def expressions():
    for panel in json.loads((FILES / "grafana-dashboard.json").read_text())["panels"]:
        for target in panel["targets"]:
            yield pytest.param(target["expr"], id=panel["title"])
    for group in yaml.safe_load((FILES / "prometheus-rules.yaml").read_text())["groups"]:
        for rule in group["rules"]:
            yield pytest.param(rule["expr"], id=rule["alert"])


@pytest.mark.parametrize("expression", expressions())
def test_an_expression_is_one(expression):
    assert promql_parser.parse(expression).prettify()


def test_a_wrong_expression_is_none():
    with pytest.raises(ValueError):
        promql_parser.parse("sum by (phase (jupyter_notebooks)")


def test_alerts_have_no_unknown_fields():
    """Those of rules: Prometheus refuses a whole file for one that it does not know."""
    for group in yaml.safe_load((FILES / "prometheus-rules.yaml").read_text())["groups"]:
        assert group.keys() <= {"name", "interval", "rules"}
        for rule in group["rules"]:
            assert rule.keys() <= {"alert", "expr", "for", "keep_firing_for", "labels", "annotations"}
            if "for" in rule:
                assert promql_parser.parse_duration(rule["for"])
