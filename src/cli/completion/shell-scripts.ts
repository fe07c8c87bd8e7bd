/**
 * The completion script of each shell. A script calls `golden-images complete -- <words>`, which prints one candidate per line, followed by
 * a tab and a description. If it prints nothing, the shell completes file names.
 */
export const shellScripts = {
  // Bash treats ":" and "=" as ends of words, so the line is split at spaces instead.
  bash: `_golden_images() {
  local line="\${COMP_LINE:0:COMP_POINT}" words current candidates
  read -r -a words <<< "$line"
  [[ $line == *' ' ]] && words+=('')
  current="\${words[\${#words[@]}-1]}"
  candidates="$(golden-images complete -- "\${words[@]:1}" 2>/dev/null | cut -f 1)"
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$candidates" -- "$current"))
  # What readline has before the last of its word breaks is not replaced.
  local kept="\${current%"\${COMP_WORDS[COMP_CWORD]}"}"
  [[ \${COMP_WORDS[COMP_CWORD]} == '=' ]] && kept="$current"
  COMPREPLY=("\${COMPREPLY[@]#"$kept"}")
}
complete -o default -F _golden_images golden-images
`,
  zsh: `#compdef golden-images
_golden_images() {
  local -a answers values described
  answers=("\${(@f)$(golden-images complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  local answer
  for answer in $answers; do
    [[ -n $answer ]] || continue
    values+=("\${answer%%$'\\t'*}")
    described+=("\${answer/$'\\t'/  }")
  done
  if (( $#values )); then compadd -l -d described -- $values; else _files; fi
}
if [[ $funcstack[1] == _golden_images ]]; then _golden_images "$@"; else compdef _golden_images golden-images; fi
`,
  fish: `function __golden_images
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    test (count $current) -eq 0; and set current ''
    set -l answers (golden-images complete -- $words[2..-1] $current 2>/dev/null)
    if test (count $answers) -gt 0
        printf '%s\\n' $answers
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c golden-images -f -a '(__golden_images)'
`,
};

export const shells = Object.keys(shellScripts) as (keyof typeof shellScripts)[];
