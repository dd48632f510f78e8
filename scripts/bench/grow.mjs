import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** Prose as an assessment holds it, with what the parser and the rules stop at: colons, references, quotation marks. */
const SENTENCES = [
  'Behandlingen gjelder bare opplysninger som er nødvendige for saken, og bare så lenge saken er åpen.',
  'Tilgangen følger tjenstlig behov: saksbehandleren ser egne saker, lederen ser enhetens.',
  'Grunnlaget er art. 6 nr. 1 bokstav e, jf. art. 9 nr. 2 bokstav g, sammen med barnevernsloven.',
  'Loggen gjennomgås hver måned, og avvik meldes etter rutinen «Avvik og brudd» innen 72 timer.',
  'Foreldre og barn får informasjon på et språk de forstår – også når de ikke har bedt om den.',
];
/** Of what the text grows by, the share that is risks. */
const RISKS = 0.4;

/** The sample with longer prose and more risks, until it is `bytes` long (UTF-8). The same text each time. */
export function grow(sample, bytes) {
  const size = (rows, sentences) => Buffer.byteLength(grown(sample, rows, sentences));
  const missing = bytes - Buffer.byteLength(sample);
  const rows = Math.max(1, Math.round((missing * RISKS) / ((size(51, 0) - size(1, 0)) / 50)));
  const base = size(rows, 0);
  const each = (size(rows, 500) - base) / 500;
  return grown(sample, rows, Math.max(0, Math.round((bytes - base) / each)));
}

/** With that many risks, and that many sentences spread evenly over the longer answers. */
function grown(sample, rows, sentences) {
  const document = withRisks(parseDocument(sample), rows);
  const answers = [];
  visit(document.get('svar', true), {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string' && node.value.length >= 40) answers.push(node);
    },
  });
  let next = 0;
  answers.forEach((node, i) => {
    const more = [];
    while (next * answers.length < (i + 1) * sentences) more.push(SENTENCES[next++ % SENTENCES.length]);
    if (!more.length) return;
    node.value = `${node.value.trimEnd()}\n${more.join('\n')}\n`;
    node.type = 'BLOCK_LITERAL';
  });
  return document.toString({ lineWidth: 0 });
}

function withRisks(document, rows) {
  if (!isMap(document.contents)) throw new Error('the sample is not a map');
  const old = document.get('risikoer', true);
  if (old && !isScalar(old)) throw new Error('the sample has risks of its own: grow those');
  document.set('risikoer', document.createNode(Array.from({ length: rows }, (_, i) => ({
    scenario: `Scenario ${i + 1}: En ansatt åpner en sak uten tjenstlig behov`,
    kilde: 'Intern bruker med for vid tilgang',
    'konsekvens-for-registrerte': 'Barnets forhold blir kjent for uvedkommende',
    sannsynlighet: (i % 5) + 1,
    konsekvens: ((i * 3) % 5) + 1,
    tiltak: [{ tiltak: 'Sperring av saker per saksbehandler', ansvarlig: 'Fagansvarlig', frist: '2026-05-01', status: 'planlagt' }],
    restrisiko: { sannsynlighet: 1, konsekvens: ((i * 3) % 5) + 1 },
  }))));
  return document;
}
