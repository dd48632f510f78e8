import type { tools as nb } from '../nb/tools.ts';
import type { Translated } from '../texts.ts';

/** What the tools for language models say: what they are, what they answer, what they refuse. English. */
export const tools: Translated<typeof nb> = {
  'tool.cut': '… and {n} more. Correct what is here first, and ask again.',
  'tool.describe.hva': 'What to look up: an article («art. 35 nr. 1»), an act or section («barnevernsloven § 13-2»), a question in a template («A.1» or «plattform/A.1»), a finding\'s code («ja-utloser-dpia») or a term («behandlingsgrunnlag»).',
  'tool.describe.mangler': 'Lists what is not answered in a privacy assessment (YAML), section by section, with the text of the questions. Read-only. The answers are the organisation\'s own: do not propose them as finished answers, and let nobody use them unread.',
  'tool.describe.rapport': 'Gives the report of a privacy assessment as Markdown. Choose «offentlig» (public) for the edition without what is marked for redaction. Read-only; no file is made.',
  'tool.describe.sjekk': 'Checks a privacy assessment (DPIA, preliminary assessment, PLM, platform assessment or record of processing activities in YAML) and gives the findings: what is missing or does not fit together, on which line, and what can be done. Read-only. The tool reports findings and never says that processing is lawful; no findings does not mean that it is. That is for management to decide.',
  'tool.describe.slaaOpp': 'Looks up an article, an act, a question in a template, a finding\'s code or a term, with a word-for-word quotation and its source. Quote only what is given as a quotation, and give the source.',
  'tool.describe.sti': 'The path to the YAML file, from the folder that the tool works in. Files outside the folder are not read.',
  'tool.describe.tekst': 'The YAML of the assessment, instead of a path. Rules that look at several files then do not apply.',
  'tool.describe.utgave': 'Which edition: «intern» (internal, the default, with everything in the file) or «offentlig» (public, without what is marked for redaction).',
  'tool.failed': 'The tool could not answer. Please report the error: {feil}',
  'tool.finding': '{nivå}, line {linje}: {melding} [{kode}]',
  'tool.findings': '{fil}: errors {feil}, warnings {advarsler}, notices {opplysninger}.',
  'tool.head': 'The head of the file',
  'tool.instructions': 'Vurdert reads privacy assessments written as YAML. The tools only read, and never write a file or an answer. They report findings; none of them says that processing is lawful. People answer the questions, and management decides.',
  'tool.no-answers': 'The questions are answered by those who know the processing. Do not include answers that nobody has read and can stand by.',
  'tool.no-file': 'There is no assessment to look at. Give the path to a file in the open folder, or open the file.',
  'tool.no-findings': '{fil}: no findings.',
  'tool.no-verdict': 'Findings are not a conclusion: neither findings nor the absence of findings says whether the processing is lawful. The organisation assesses that, and management decides.',
  'tool.none-missing': 'All the questions have an answer.',
  'tool.not-assessment': '«{sti}» is not an assessment. It must have «vurdering:» with dpia, ip, plm, plattform or behandlingsoversikt.',
  'tool.one-input': 'Give either «sti» (path) or «tekst» (text).',
  'tool.outside': '«{sti}» is outside the folder that the tool may read, or does not exist. Give a file in the folder.',
  'tool.progress': '{fil}: {besvart} of {antall} questions are answered.',
  'tool.public': 'The public edition cannot be made: without what is redacted, the file cannot be read.',
  'tool.said': '{ord}',
  'tool.state.blank': 'is empty',
  'tool.state.placeholder': '«fyll ut» (fill in) remains',
  'tool.state.template-text': 'the template\'s own text remains',
  'tool.suppressed': 'Suppressed in the file with reasons: {n}.',
  'tool.text': 'a text that is not empty',
  'tool.title.mangler': 'What is missing in the assessment',
  'tool.title.rapport': 'Show the report',
  'tool.title.sjekk': 'Check the assessment',
  'tool.title.slaaOpp': 'Look up a source, question or term',
  'tool.too-large': 'The text is too large. The tool reads files of up to {mb} MB.',
  'tool.unknown-input': 'The tool does not know «{felt}». It takes {lovlige}.',
  'tool.unknown-tool': 'There is no tool called «{navn}».',
  'tool.wrong-input': '«{felt}» must be {lovlige}.',
  'tool.working.mangler': 'Looking for what is missing in {fil}',
  'tool.working.sjekk': 'Checking {fil}',
  'tool.working.slaaOpp': 'Looking up «{hva}»',
  'cli.help.mcp': `vurdert mcp – tools for language models (Model Context Protocol), over standard input and output

Started by the program that uses the tools, not by hand. The tools only read: they check a file, look up sources, list
what is missing and show the report. They never write a file or an answer.

  --root FOLDER           The folder that may be read. Without: the folder the program is started in. What is outside it
                          is not read.

What the tools read goes to the language model that you have chosen. See docs/ki.md.`,
  'cli.mcp.no-paths': '«vurdert mcp» takes no files. Use --root to choose the folder that may be read.',
  'look-up.unknown': 'Found no finding code, article, act, question or term called «{hva}».{forslag}',
  'look-up.suggestion': ' Did you mean {forslag}?',
};
