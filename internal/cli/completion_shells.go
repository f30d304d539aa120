package cli

import (
	"fmt"
	"strings"
)

func commandNames(commands []completed) []string {
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	return names
}

func (c completed) flagNames() []string {
	var names []string
	for _, f := range c.flags {
		names = append(names, "--"+f.name)
	}
	return names
}

// bashCompletion completes words; where none fits, bash completes files.
func bashCompletion(commands []completed) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `# bash completion of iatilint: source <(iatilint completion bash)
_iatilint() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" words=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        words=%q
    else
        case "${COMP_WORDS[1]} $prev" in
`, strings.Join(commandNames(commands), " "))
	for _, c := range commands {
		for _, f := range c.flags {
			if f.value {
				fmt.Fprintf(&b, "        %q) words=%q ;;\n", c.name+" --"+f.name, strings.Join(f.words, " "))
			}
		}
	}
	b.WriteString("        *)\n            case \"${COMP_WORDS[1]} $cur\" in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "            %q*) words=%q ;;\n", c.name+" -", strings.Join(c.flagNames(), " "))
		if c.words != nil {
			fmt.Fprintf(&b, "            %q*) words=%q ;;\n", c.name+" ", strings.Join(c.words, " "))
		}
	}
	b.WriteString(`            esac ;;
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _iatilint iatilint
`)
	return b.String(), nil
}

// zshCompletion completes with the usage of each word beside it.
func zshCompletion(commands []completed) (string, error) {
	var b strings.Builder
	b.WriteString("#compdef iatilint\n# zsh completion of iatilint: iatilint completion zsh > \"${fpath[1]}/_iatilint\"\n_iatilint() {\n    local -a commands=(\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "        %s\n", quoted(c.name+":"+c.usage))
	}
	b.WriteString("    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n")
	b.WriteString("    shift words\n    (( CURRENT-- ))\n    case $words[1] in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "    %s)\n        _arguments", c.name)
		for _, f := range c.flags {
			spec := "*--" + f.name + "[" + zshEscaped(f.usage) + "]"
			if f.value {
				action := "_files"
				if f.words != nil {
					action = "(" + strings.Join(f.words, " ") + ")"
				}
				spec = "*--" + f.name + "=[" + zshEscaped(f.usage) + "]:" + f.name + ":" + action
			}
			fmt.Fprintf(&b, " \\\n            %s", quoted(spec))
		}
		if c.words != nil {
			fmt.Fprintf(&b, " \\\n            %s ;;\n", quoted("1:word:("+strings.Join(c.words, " ")+")"))
		} else {
			fmt.Fprintf(&b, " \\\n            %s ;;\n", quoted("*:file:_files"))
		}
	}
	b.WriteString("    esac\n}\nif [ \"$funcstack[1]\" = _iatilint ]; then\n    _iatilint \"$@\"\nelse\n    compdef _iatilint iatilint\nfi\n")
	return b.String(), nil
}

func zshEscaped(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(s)
}

// quoted is a word in single quotes, as shells of the Unix kind have it.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishCompletion is a line for each word.
func fishCompletion(commands []completed) (string, error) {
	var b strings.Builder
	b.WriteString("# fish completion of iatilint: iatilint completion fish > ~/.config/fish/completions/iatilint.fish\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "complete -c iatilint -n __fish_use_subcommand -f -a %s -d %s\n", c.name, fishQuoted(c.usage))
		seen := fishQuoted("__fish_seen_subcommand_from " + c.name)
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c iatilint -n %s -f -a %s\n", seen, fishQuoted(strings.Join(c.words, " ")))
		}
		for _, f := range c.flags {
			fmt.Fprintf(&b, "complete -c iatilint -n %s -l %s -d %s", seen, f.name, fishQuoted(f.usage))
			switch {
			case f.words != nil:
				fmt.Fprintf(&b, " -x -a %s", fishQuoted(strings.Join(f.words, " ")))
			case f.value:
				b.WriteString(" -r")
			}
			b.WriteByte('\n')
		}
	}
	return b.String(), nil
}

func fishQuoted(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'"
}

// powershellCompletion is a table and a function that looks words up in it.
func powershellCompletion(commands []completed) (string, error) {
	array := func(words []string) string {
		list := make([]string, len(words))
		for i, w := range words {
			list[i] = "'" + strings.ReplaceAll(w, "'", "''") + "'"
		}
		return "@(" + strings.Join(list, ", ") + ")"
	}
	var b strings.Builder
	b.WriteString("# PowerShell completion of iatilint: iatilint completion powershell | Out-String | Invoke-Expression\n")
	b.WriteString("Register-ArgumentCompleter -Native -CommandName iatilint -ScriptBlock {\n    param($wordToComplete, $commandAst, $cursorPosition)\n    $known = @{\n")
	fmt.Fprintf(&b, "        '' = %s\n", array(commandNames(commands)))
	for _, c := range commands {
		fmt.Fprintf(&b, "        '%s' = %s\n", c.name, array(append(c.flagNames(), c.words...)))
		for _, f := range c.flags {
			if f.words != nil {
				fmt.Fprintf(&b, "        '%s --%s' = %s\n", c.name, f.name, array(f.words))
			}
		}
	}
	b.WriteString(`    }
    $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
    if ($wordToComplete -ne '') { $words = $words[0..($words.Count - 2)] }
    $key = ''
    if ($words.Count -gt 1) { $key = $words[1] }
    if ($words.Count -gt 2 -and $known.ContainsKey("$key $($words[-1])")) { $key = "$key $($words[-1])" }
    $known[$key] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
`)
	return b.String(), nil
}
