/** Bokmål. Every text that a user reads and that no rule or template brings along, by key. {holes} are filled. */
export const nb = {
  'kind.dpia': 'DPIA',
  'kind.ip': 'Innledende personvernvurdering',
  'kind.plm': 'PLM',
  'kind.plattform': 'Plattformvurdering',
  'severity.error': 'Feil',
  'severity.warning': 'Advarsel',
  'severity.information': 'Opplysning',
} as const;
export type TextKey = keyof typeof nb;
