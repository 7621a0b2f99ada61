"""Rights that are given, and rights that are used."""

# Asked for by the admission plugin OwnerReferencesPermissionEnforcement, and never a request of its own
CHECKED_ELSEWHERE = ("finalizers", "update")


def given(*roles, seldom=()):
    """All (group, resource, verb) of these roles, but those that are used after a conflict only."""
    return {
        (group, resource, verb)
        for role in roles
        for rule in role["rules"]
        for group in rule["apiGroups"]
        for resource in rule["resources"]
        for verb in rule["verbs"]
        if (resource.partition("/")[2], verb) != CHECKED_ELSEWHERE and not (verb == "get" and resource in seldom)
    }


def used(requests):
    """All (group, resource, verb) that these requests of the audit log took."""
    rights = set()
    for request in requests:
        reference = request.get("objectRef", {})
        resource = reference.get("resource", "")
        if "subresource" in reference:
            resource += "/" + reference["subresource"]
        group = reference.get("apiGroup", "")
        rights.add((group, resource, request["verb"]))
        if request["verb"] == "patch" and request["responseStatus"]["code"] == 201:
            # applied where there was nothing
            rights.add((group, resource, "create"))
    return rights


def refused(requests):
    """What was asked for without a right to it."""
    return [
        (request["verb"], request["requestURI"], request["responseStatus"].get("message"))
        for request in requests
        if request["responseStatus"]["code"] in (401, 403)
    ]
