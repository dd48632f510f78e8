/** The assessment as JSON for other programs: what schemas/rapport.schema.json describes. */
import type { Analysis } from '../../analysis.ts';
import { isAnswered, isAsked, progressOf } from '../../assessment/progress.ts';
import { risksOf, type RiskScore } from '../../assessment/risk.ts';
import type { Severity } from '../../rules/model.ts';
import type { Json } from '../../syntax/nodes.ts';
import { fullText } from '../../templates/model.ts';
import { actionsOf } from '../action-plan.ts';
import type { Edition } from '../edition.ts';

/** As rules are written, in every language. */
const SEVERITY: Record<Severity, string> = { error: 'feil', warning: 'advarsel', information: 'informasjon' };

/** Grows when a reader of the old form would go wrong. */
const FORM = 1;

/** @param edition that the analysis was made for (edition.ts); findings are the house's own, and only in the internal one */
export function assessmentJson(analysis: Analysis, edition: Edition): Json {
  const { assessment } = analysis;
  const { template, facts, index, kind } = assessment;
  const { svar: _, forklaringer: __, undertrykk: ___, sladd: ____, ...head } = Object.fromEntries(Object.entries(facts).filter(([key]) => index.head.has(key)));
  const scored = risksOf(template.risk, facts);
  const score = (each: RiskScore | undefined): Json => (each ? { sannsynlighet: each.likelihood, konsekvens: each.consequence, tall: each.score, nivå: each.level } : null);
  return {
    form: FORM,
    utgave: edition === 'public' ? 'offentlig' : 'intern',
    vurdering: kind,
    mal: { id: template.id, tittel: template.title, versjon: template.version },
    hode: head,
    framdrift: { besvart: progressOf(assessment).answered, stilt: progressOf(assessment).asked },
    svar: [...index.questions.values()].flatMap(({ question, section, part }) => {
      const answer = assessment.answers.get(question.id);
      if (!isAsked(assessment, question) && !isAnswered(assessment, question)) return [];
      return [{ id: question.id, del: part.id, seksjon: section.id, spørsmål: fullText(question), besvart: isAnswered(assessment, question), svar: answer?.value ?? null, forklaring: answer?.explanation?.text ?? null, begrunnelse: answer?.reason?.text ?? null }];
    }),
    risikonivåer: scored.map(({ before, after }, i) => ({ risiko: i + 1, før: score(before), etter: score(after) })),
    handlingsplan: actionsOf(assessment).map(({ what, owner, deadline, status, risk, path }) => ({ tiltak: what, ansvarlig: owner || null, frist: deadline || null, status: status || null, risiko: risk ?? null, sted: path })),
    ...(edition === 'public' ? {} : { funn: analysis.findings().map(({ code, severity, message, path }) => ({ kode: code, alvorlighet: SEVERITY[severity], melding: message, sted: path })) }),
  };
}
