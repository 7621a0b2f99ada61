#!/bin/bash
# As much of a Jupyter server as the operator knows of: it has a version, reads its base URL from
# the configuration, and answers below it; /<base>/login tells the token that it was given.
set -eum

case "$*" in
  'lab --version') echo 0 ;;
  'lab --config='*)
    base=$(sed -n 's/.*"ServerApp": {"base_url": "\([^"]*\)".*/\1/p' "${2#--config=}")
    mkdir -p "$HOME/www/$base"
    echo '{"version": "0"}' >"$HOME/www/$base/api"
    echo "$JUPYTER_TOKEN" >"$HOME/www/$base/login"
    echo "serving /$base as $(id -u):$(id -g) in $PWD"
    httpd -f -p 8888 -h "$HOME/www" &
    # the first process of a container ends at no signal that it does not ask for
    trap 'kill %1' TERM
    wait
    ;;
  *)
    echo "jupyter: $* is unknown" >&2
    exit 2
    ;;
esac
