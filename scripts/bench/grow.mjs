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
  const missing = bytes - Buffer.byteLength(sample);
  const rows = Math.max(1, Math.round((missing * RISKS) / Buffer.byteLength(withRisks(parseDocument(sample), 50).toString({ lineWidth: 0 }).slice(sample.length)) * 50));
  let sentences = 0;
  let text = grown(sample, rows, sentences);
  // The step is found from the first: the text grows evenly with it.
  const step = Buffer.byteLength(grown(sample, rows, 1)) - Buffer.byteLength(text);
  sentences = Math.max(0, Math.round((bytes - Buffer.byteLength(text)) / step));
  text = grown(sample, rows, sentences);
  return text;
}

function grown(sample, rows, sentences) {
  const document = withRisks(parseDocument(sample), rows);
  let next = 0;
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || node.value.length < 40) return;
      const more = Array.from({ length: sentences }, () => SENTENCES[next++ % SENTENCES.length]);
      if (more.length) node.value = `${node.value.trimEnd()}\n${more.join('\n')}\n`;
      if (more.length) node.type = 'BLOCK_LITERAL';
    },
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
