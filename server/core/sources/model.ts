/** Articles and guides as the product holds them (schemas/sources/). */

export interface Source {
  /** S0 … S4 for the guides, GDPR for the regulation. */
  id: 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'GDPR';
  title: string;
  publisher: string;
  /** The date or version that the source gives itself. */
  dated?: string;
  /** The day its text was last checked, YYYY-MM-DD. */
  checked: string;
  links: { [name: string]: string };
}

export interface Article {
  /** In canonical form: «art. 35 nr. 3 bokstav a». */
  reference: string;
  title: string;
  /** Word for word from the source. */
  quotation: string;
  /** In our own words. */
  explanation: string;
  related: string[];
}
