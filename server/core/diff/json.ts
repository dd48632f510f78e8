/** The comparison as JSON for other programs. */
import type { Json } from '../syntax/nodes.ts';
import type { RiskScore } from '../assessment/risk.ts';
import type { Finding } from '../findings.ts';
import { fullText } from '../templates/model.ts';
import { isSame, type ChangeKind, type Difference, type FieldChange, type Pair, type Said } from './model.ts';

const KIND: Record<ChangeKind, string> = { new: 'ny', gone: 'fjernet', changed: 'endret' };
const SEVERITY: Record<Finding['severity'], string> = { error: 'feil', warning: 'advarsel', information: 'informasjon' };

export function differenceJson(difference: Difference): { [key: string]: Json } {
  const { kind, title, head, answers, risks, findings, progress } = difference;
  return {
    vurdering: kind,
    tittel: title,
    like: isSame(difference),
    hode: head.map(({ key, fields }) => ({ nøkkel: key, endringer: fields.map(field) })),
    svar: answers.map(({ kind: change, id, part, question, before, after, fields }) => ({ endring: KIND[change], id, del: part, spørsmål: fullText(question), før: said(before), nå: said(after), felter: fields.map(field) })),
    risikoer: risks.map(({ kind: change, number, scenario, initial, rest, moved, fields, measures, row }) => ({
      endring: KIND[change], nummer: pair(number, (n) => n), scenario, flyttet: moved,
      førTiltak: pair(initial, score), etterTiltak: pair(rest, score), felter: fields.map(field), tiltak: measures.map(field), rad: row ?? null,
    })),
    funn: { nye: findings.new.map(finding), borte: findings.gone.map(finding) },
    framdrift: pair(progress, ({ asked, answered }) => ({ stilt: asked, besvart: answered })),
  };
}

const pair = <T>({ before, after }: Pair<T>, as: (value: T) => Json): Json => ({ før: before === undefined ? null : as(before), nå: after === undefined ? null : as(after) });
const score = ({ likelihood, consequence, score: product, level }: RiskScore): Json => ({ sannsynlighet: likelihood, konsekvens: consequence, tall: product, nivå: level });
const said = (value: Said | undefined): Json => (value ? { svar: value.value ?? null, forklaring: value.explanation ?? null, begrunnelse: value.reason ?? null } : null);
const field = ({ kind, path, trail, field: { id }, isRow, before, after }: FieldChange): Json => ({ endring: KIND[kind], sted: path, under: trail, felt: isRow ? null : id, før: before ?? null, nå: after ?? null });
const finding = ({ code, severity, message, path }: Finding): Json => ({ kode: code, alvorlighet: SEVERITY[severity], melding: message, sted: path });
