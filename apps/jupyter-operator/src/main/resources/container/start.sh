#!/usr/bin/env bash
#
# Prepares the home directory of a notebook, then becomes its Jupyter server.
#
# Needs no privileges and no entry in /etc/passwd. Stops with a message if the home directory
# cannot be used (1) or the image has no Jupyter server (127); anything less is only reported.
#
# HOME                the directory of this notebook; made if absent
# JUPYTER_ENABLE_LAB  anything: JupyterLab if the image has it; empty: the classic notebook
# START_ROOT          put before the fixed paths below; empty in a container

set -u
umask 0002

root=${START_ROOT:-}
directory=$PWD
block_begin='# >>> jupyter-operator: rewritten at every start >>>'
block_end='# <<< jupyter-operator <<<'

report() {
  printf 'start.sh: %s\n' "$1" >&2
}

fail() {
  report "$1"
  exit "${2:-1}"
}

make_home() {
  [[ -n ${HOME:-} ]] || fail 'HOME is not set'
  mkdir -p -- "$HOME" 2>/dev/null
  [[ -d $HOME && -w $HOME && -x $HOME ]] || fail "cannot write to the home directory '$HOME'"
}

# Brings files of the image into the project. What the user has changed since stays.
copy_newer() {
  local from=$1 to=$2
  if [[ -d $from ]]; then
    cp -r -u -- "$from/." "$to" || report "not all of '$from' could be copied"
  fi
}

# Keeps the user's lines and puts ours at the end, where they win.
write_bashrc() {
  local file=$HOME/.bashrc old='' kept below
  if [[ -f $file ]]; then
    old=$(<"$file")
  fi
  kept=$old
  if [[ $kept == *"$block_begin"*"$block_end"* ]]; then
    below=${kept#*"$block_end"}
    kept=${kept%%"$block_begin"*}${below#$'\n'}
  fi
  while [[ $kept == *$'\n' ]]; do
    kept=${kept%$'\n'}
  done
  local new="${kept:+$kept$'\n'}$block_begin
PS1='\\w [\$UID]\\\$ '
umask 0002
$block_end"
  if [[ $new != "$old" ]]; then
    printf '%s\n' "$new" >"$file" || report "cannot write '$file'"
  fi
}

# A mistake in the user's file must not keep the notebook from starting.
read_bashrc() {
  set +u
  # shellcheck source=/dev/null
  source "$HOME/.bashrc" || true # so that a "set -e" in it ends nothing
  set +e -u
  umask 0002
  cd -- "$directory" || fail "cannot go back to '$directory'"
}

has_server() {
  command -v "jupyter-$1" >/dev/null || jupyter "$1" --version >/dev/null 2>&1
}

become_server() {
  local candidates=(lab notebook nbclassic server) candidate
  if [[ -z ${JUPYTER_ENABLE_LAB:-} ]]; then
    candidates=(nbclassic notebook lab server)
  fi
  for candidate in "${candidates[@]}"; do
    if has_server "$candidate"; then
      local server=(jupyter "$candidate" "--config=$HOME/jupyter_notebook_config.json")
      # only as first process there are orphans to look after
      if [[ $$ -eq 1 ]] && command -v tini >/dev/null; then
        server=(tini -- "${server[@]}")
      fi
      exec "${server[@]}"
    fi
  done
  fail 'this image has no Jupyter server' 127
}

make_home
copy_newer "$root/home/code/copy-to-home" "$HOME"
copy_newer "$root/home/code/copy-to-startup" "$HOME/.."
if command -v conda >/dev/null; then
  conda init >/dev/null || report 'conda init failed'
fi
write_bashrc
read_bashrc
if [[ ! -e $HOME/.bash_profile ]]; then
  cp -- "$root/etc/.bash_profile" "$HOME/.bash_profile" || report 'there is no .bash_profile'
fi
# the operator's settings win; one's own go to ~/.jupyter/jupyter_config.py
install -m 0600 -- "$root/etc/jupyter_notebook_config.json" "$HOME/jupyter_notebook_config.json" ||
  fail 'cannot write the configuration of the server'
become_server
