import type { cli as nb } from '../nb/cli.ts';
import type { Translated } from '../texts.ts';

/** What the command line says. English. */
export const cli: Translated<typeof nb> = {
  'cli.help': `vurdert – checks privacy assessments (DPIAs and others) written as YAML

Usage:
  vurdert check [PATH …]  Show the findings in files and folders. Without PATH: the folder you are in.
  vurdert render [PATH …] Make the report of assessments, as HTML, Markdown, Word, PDF, CSV or JSON.
  vurdert diff [A B]      Show what has changed in assessments, between two files or two versions in git.
  vurdert config [PATH]   Show which configuration applies, and where each value comes from.
  vurdert explain WHAT    Explain a finding's code, an article, an act, a question or a term.
  vurdert lsp --stdio     Start the language server, for editors.
  vurdert mcp             Start the tools for language models (MCP), read-only.

For all:
  -h, --help              Show the help. «vurdert check --help» shows the options for check, and so for the others.
  -V, --version           Show the version.
  --language nb|nn|en     The language of the output. Otherwise VURDERT_SPRAAK, språk in vurdert.config.yaml, or bokmål.
                          A report follows the file's own language.

Exit code: 0 when all went well, 1 when there are findings (check) or differences (diff --exit-code),
2 when the command could not be carried out.`,
  'cli.help.check': `vurdert check [PATH …] – show the findings in files and folders

PATH is files and folders. Without PATH: the folder you are in. Files that the assessments link to, or that link to
them from the folders above, are read too, but the findings in those are not shown.

What is shown:
  --format FORMAT         pretty     a list to read (default)
                          compact    one line for each finding: file:line:column: level: message [code]
                          json       everything, for other programs
                          sarif      SARIF 2.1.0, for GitHub code scanning among others
                          junit      JUnit XML, for test reports in Jenkins, GitLab and Azure DevOps
                          github     annotations in GitHub Actions
                          gitlab     report for GitLab Code Quality
                          markdown   summary for a job page or a comment on a pull request
  -o, --output FILE       Write to a file, also over an existing one. Without --format the name decides: .sarif, .xml,
                          .json, .md.
  --root FOLDER           What the paths in sarif, github and gitlab are relative to. Otherwise: the top of the git
                          repository.

What is checked:
  --staged                What is staged for the next commit (git add), as it is there, and what depends on it.
  --changed-since REV     What has changed since the branch parted from REV, including what is not in git, and what
                          depends on it. REV is a branch, a tag or a commit.
  --status STATUS         Only assessments with this status: utkast (draft), til-vurdering (under review) or besluttet
                          (decided). Separate several with commas. A record of processing activities counts as besluttet.
  --today DATE            The day that dates are compared with, when it is not today.

What gives exit code 1:
  --fail-on LEVEL         Findings from error (default), warning or information upwards, or none: no findings.
  --max-warnings N        Also when there are more than N warnings.
  --baseline FILE         The findings in the baseline FILE are not counted. The summary says how many they are.
  --update-baseline       Write the baseline anew with what there is now. What has been corrected goes out.

Exit code: 0 when there are no findings at the level, 1 when there are, 2 when the command could not be carried out.

Examples:
  vurdert check vurderinger --fail-on warning
  vurdert check --staged
  vurdert check --changed-since origin/main --format github
  vurdert check --format sarif -o vurdert.sarif --fail-on none
  vurdert check --baseline grunnlinje.json --update-baseline`,
  'cli.help.render': `vurdert render [PATH …] – make the report of assessments

  --format FORMAT         html (default), md, docx, pdf, csv or json. Without the option: what the file name says.
                          csv gives two files, the risks and the action plan. pdf needs Chromium, Chrome or Edge;
                          VURDERT_BROWSER says where the browser is.
  --edition EDITION       internal (default) or public: without what is redacted, and without findings.
  -o, --output FILE       Write the report to a file.
  --output-dir FOLDER     Write one report for each assessment, and index.html with an overview of them all.
  --force                 Overwrite files that already exist.
  --history               Include the revision and a change log from git in html, md, docx and pdf. No names are included.
  --today DATE            The day that dates are compared with, when it is not today.

Examples:
  vurdert render min.dpia.yaml -o rapport.docx
  vurdert render vurderinger --output-dir rapporter --edition public`,
  'cli.help.diff': `vurdert diff – show what has changed in assessments

  vurdert diff A B        A and B are files. A file as it was is written REVISION:path. The path is relative to the top
                          of the git repository, and with ./ in front to the folder you are in.
  vurdert diff [PATH …]   The changes since the last commit. Without PATH: all assessments in the folder you are in.
  --rev A | A..B | A...B  The changes since revision A, from A to B, or in B since it parted from A.
  --format FORMAT         md (default, for a pull request), html or json.
  --edition EDITION       internal (default) or public: without what is redacted in one of the versions, and
                          without findings.
  -o, --output FILE       Write the comparison to a file. --force overwrites one that already exists.
  --max-length N          md only: Shorten the comparison to N characters, saying what has been left out.
  --exit-code             Give exit code 1 when there are differences.
  --today DATE            The day that dates are compared with, when it is not today.

Examples:
  vurdert diff
  vurdert diff --rev origin/main...HEAD -o endringer.md
  vurdert diff HEAD~1:min.dpia.yaml min.dpia.yaml`,
  'cli.help.explain': `vurdert explain WHAT – explain a code or a term

WHAT is a finding's code, an article («art. 35 nr. 1»), an act («barnevernsloven § 13-2»), a question («II.4.2», or
«plattform/A.1» when several templates have it) or a term («profilering»).

Examples:
  vurdert explain ja-utloser-dpia
  vurdert explain art. 35 nr. 1`,
  'cli.help.lsp': `vurdert lsp --stdio – start the language server, for editors

The server speaks the Language Server Protocol on standard input and output, and is ended by the program that started it.`,
  'cli.baseline.broken': '«{sti}» is not a baseline that Vurdert can read. Check the path, or delete the file and make it again with --update-baseline.',
  'cli.baseline.missing': 'The baseline «{sti}» does not exist. Make it with --update-baseline.',
  'cli.baseline.needs-file': 'Say which file the baseline is to be written to: --baseline FILE --update-baseline.',
  'cli.baseline.written': 'Wrote the baseline to «{sti}». Findings: {n}, of which new: {nye}. Gone: {borte}.',
  'cli.git.no-fork': '«{rev}» and HEAD have no common history here. In a shallow repository (fetch-depth in CI) the history must be fetched first.',
  'cli.git.no-git': 'Could not find git on the machine. Install git, or check the files without --staged and --changed-since.',
  'cli.git.no-repository': 'The folder is not in a git repository. Go to one that is, or check the files without --staged and --changed-since.',
  'cli.git.no-revision': 'Git does not know the revision «{detalj}» here. Give a branch, a tag or a commit. In a shallow repository (fetch-depth in CI) the history must be fetched first.',
  'cli.git.other': 'Git did not answer as expected: {detalj}',
  'cli.git.outside': '«{detalj}» is outside the git repository.',
  'cli.junit.clean': 'No findings',
  'cli.junit.problem': 'Can be read',
  'cli.junit.suppressed': 'Suppressed in the file: {begrunnelse}',
  'cli.markdown.assessment': 'Assessment',
  'cli.markdown.cut': '… and {n} more findings that there is no room for here. Run «vurdert check» to see them all.',
  'cli.markdown.cut.one': '… and one more finding that there is no room for here. Run «vurdert check» to see them all.',
  'cli.markdown.line': 'line {linje}',
  'cli.markdown.status': 'Status',
  'cli.markdown.title': 'Vurdert: findings in the privacy assessments',
  'cli.max-warnings': 'There are {n} warnings, and --max-warnings allows {mest}.',
  'cli.max-warnings.one': 'There is 1 warning, and --max-warnings allows {mest}.',
  'cli.max-warnings.number': '--max-warnings must be a whole number from 0 upwards, not «{verdi}».',
  'cli.none-changed': 'No assessments have changed.',
  'cli.one-selection': 'Use either --staged or --changed-since, not both.',
  'cli.root': '«{sti}» is not a folder. Give the folder that the paths are to be relative to.',
  'cli.sarif.cut': '{n} findings are left out, the least serious: GitHub code scanning accepts at most {mest}. Check fewer folders at a time to include them all.',
  'cli.sarif.large': 'The SARIF file is more than {mb} MB even when compressed, and GitHub code scanning does not accept it. Check fewer folders at a time.',
  'cli.sarif.root': 'The folder that the paths are relative to, usually the top of the git repository.',
  'cli.summary.baseline': '{antall} in the baseline.',
  'cli.todo': '→ {gjør}',
  'cli.written.findings': 'Wrote the findings to «{sti}».',
  'cli.diff.both-missing': '«{sti}» is not an assessment in either version.',
  'cli.diff.folder': '«{sti}» is a folder. Give two files, or choose the revision with --rev.',
  'cli.diff.git.no-git': 'Could not find git on the machine. Install git, or give two files: vurdert diff A B.',
  'cli.diff.git.no-repository': 'The folder is not in a git repository. Go to one that is, or give two files: vurdert diff A B.',
  'cli.diff.git.no-revision': 'Git does not know the revision «{detalj}». Give a branch, a tag or a commit.',
  'cli.diff.git.no-fork': '«{fra}» and «{til}» have no common history. Use two dots instead of three.',
  'cli.diff.git.other': 'Git did not answer as expected: {detalj}',
  'cli.diff.git.outside': '«{detalj}» is outside the git repository.',
  'cli.diff.max-length': '--max-length must be a whole number of at least 1000, not «{verdi}».',
  'cli.diff.too-many': 'Give two files (vurdert diff A B), or choose the revision with --rev.',
  'cli.crash': 'An error occurred in Vurdert itself, and the command was not completed:\n{feil}',
  'cli.many.error': '{antall} errors',
  'cli.many.files': '{antall} assessments',
  'cli.many.information': '{antall} notices',
  'cli.many.suppressed': '{antall} findings',
  'cli.many.warning': '{antall} warnings',
  'cli.needs-value': 'The option «{valg}» lacks a value. See «vurdert --help».',
  'cli.no-assessments': 'Found no assessments in «{stier}». An assessment is a YAML file with the key «vurdering:», or with a name ending in .dpia.yaml.',
  'cli.no-value': 'The option «{valg}» takes no value. See «vurdert --help».',
  'cli.not-a-day': '«{verdi}» is not a day. «{valg}» is written as year, month and day: 2026-12-31.',
  'cli.not-written': 'Could not write to «{sti}» ({kode}). Check that the folder exists, and that you are allowed to write there.',
  'cli.one.error': '{antall} error',
  'cli.one.files': '{antall} assessment',
  'cli.one.information': '{antall} notice',
  'cli.one.suppressed': '{antall} finding',
  'cli.one.warning': '{antall} warning',
  'cli.problem.missing': '«{sti}» does not exist. Check the path.',
  'cli.problem.no-access': 'You do not have permission to read «{sti}».',
  'cli.problem.not-assessment': '«{sti}» is not an assessment: the key «vurdering:» is missing or has a value that Vurdert does not know, and the name does not end in .dpia.yaml.',
  'cli.problem.not-yaml': '«{sti}» is not a YAML file. An assessment has a name ending in .yaml or .yml.',
  'cli.problem.not-utf8': '«{sti}» is not saved as UTF-8. Save it again with the encoding UTF-8.',
  'cli.problem.other': 'Could not read «{sti}»{kode}.',
  'cli.api.source': 'The source must be the text of an assessment, or { path: the path of the file }.',
  'cli.api.folder': '«{sti}» is a folder. Give the path of one file, or read the whole folder with checkFiles.',
  'cli.progress': 'Reading … {antall} YAML files, {vurderinger} assessments',
  'cli.summary.clean': '{filer}, no findings.',
  'cli.summary.findings': '{filer}: {funn}.',
  'cli.summary.suppressed': '{antall} suppressed with reasons in the files.',
  'cli.render.exists': 'These files already exist, and nothing has been written: {filer}. Choose another place, or use --force to overwrite them.',
  'cli.render.exists-more': 'These files already exist, and nothing has been written: {filer} and {n} more. Choose another place, or use --force to overwrite them.',
  'cli.render.needs-file': 'The format {format} cannot be shown in the terminal. Use -o FILE or --output-dir FOLDER.',
  'cli.render.one-place': 'Use either -o or --output-dir, not both.',
  'cli.render.several': 'There are {n} assessments here, and -o writes only one. Use --output-dir FOLDER, or give one file.',
  'cli.render.several-out': 'There are {n} assessments here. Use --output-dir FOLDER to get a report of each, or give one file.',
  'cli.render.source': '«{sti}» is itself an assessment, and the report cannot be written over it. Choose another name.',
  'cli.output.format': 'The name «{sti}» does not say which format to use. Choose it with --format, or give the file one of the endings {lovlige}.',
  'cli.output.source': '«{sti}» is a configuration, a template or a rule, and cannot be written over. Choose another name.',
  'cli.render.same-name': 'Two assessments would get the report «{sti}». Give one of the files another name.',
  'cli.render.written-many': 'Wrote {n} reports and index.html to «{sti}».',
  'cli.render.written-many.one': 'Wrote 1 report and index.html to «{sti}».',
  'cli.unknown-command': 'Unknown command «{kommando}». See «vurdert --help».',
  'cli.unknown-option': 'Unknown option «{valg}». See «vurdert --help».',
  'cli.what': 'Say what you want explained: a finding\'s code, an article («art. 35 nr. 1»), an act («barnevernsloven § 13-2»), a question («II.4.2») or a term («profilering»).',
  'cli.written': 'Wrote the report to «{sti}».',
  'cli.written.diff': 'Wrote the comparison to «{sti}».',
  'cli.wrong-value': '«{verdi}» cannot be used with «{valg}». Allowed values: {lovlige}.',
};
