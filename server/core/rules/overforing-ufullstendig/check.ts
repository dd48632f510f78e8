import type { RuleCheck } from '../model.ts';
import { says, wordsOf } from '../../assessment/facts.ts';

const BASIS = /art(?:ikkel|\.)?\s*4[5-9](?!\d)|adekvans|tilstrekkel[ie]g (?:beskyttelses|verne)nivå|standard ?kontrakt|standardavtale|standard personvern(?:bestemmelser|føresegner)|standardvilkår|(?<![a-zA-ZÀ-ɏ])(?:SCC|BCR|DPF)(?:s|er|-[a-zA-ZÀ-ɏ]+)?(?![a-zA-ZÀ-ɏ])|bind[ea]nde (?:virksomhetsregler|verksemdsreglar|konsernregl[ae]r)|data privacy framework|uttrykkel[ie]g samtykke/i;
const COUNTRY = /(?<![a-zA-ZÀ-ɏ])(USA|Amerika|Storbritannia|England|Skottland|UK|Sveits|Canada|Japan|Sør-Korea|Korea|India|Kina|Israel|Australia|New Zealand|Singapore|Hongkong|Taiwan|Filippin[ea]ne|Malaysia|Thailand|Vietnam|Indonesia|Brasil|Argentina|Uruguay|Mexico|Chile|Colombia|Tyrkia|Ukraina|Serbia|Albania|Georgia|Russland|Belarus|Sør-Afrika|Kenya|Nigeria|Egypt|Marokko|Tunisia|Pakistan|Bangladesh|Sri Lanka|De forente arabiske emirater|Dei sameinte arabiske emirata|Saudi-Arabia|Jersey|Guernsey|Man|Færøy[ea]ne|Andorra|FN|WHO|Interpol|Europol|NATO)(?![a-zA-ZÀ-ɏ])/;

export const check: RuleCheck = (context) => {
  const asked = ['IV.2.3.6', 'IV.2.3.7'].filter((id) => says(context.facts, id, 'ja', 'delvis'));
  const words = [...asked, 'IV.2.3.8', 'IV.2.3.5b'].map((id) => wordsOf(context, id)).join('\n').trim();
  // Without an explanation at all that is the finding.
  if (!asked.length || !asked.some((id) => wordsOf(context, id))) return [];
  const land = COUNTRY.test(words);
  const basis = BASIS.test(words);
  if (land && basis) return [];
  return [{ at: asked[0]!, related: [...asked.slice(1), 'IV.2.3.8'], variant: land ? 'grunnlag' : basis ? 'land' : 'begge', params: { spørsmål: asked } }];
};
