import type { tools as nb } from '../nb/tools.ts';
import type { Translated } from '../texts.ts';

/** What the tools for language models say: of themselves, and as answers. Nynorsk. */
export const tools: Translated<typeof nb> = {
  'tool.cut': '… og {n} til. Rett det som står her først, og spør igjen.',
  'tool.describe.hva': 'Det som skal slåast opp: ein artikkel («art. 35 nr. 1»), ei lov eller ein paragraf («barnevernsloven § 13-2»), eit spørsmål i ein mal («A.1» eller «plattform/A.1»), ein funnkode («ja-utloser-dpia») eller eit omgrep («behandlingsgrunnlag»).',
  'tool.describe.mangler': 'Listar opp det som ikkje er svart på i ei personvernvurdering (YAML), seksjon for seksjon, med teksten til spørsmåla. Berre lesing. Det er verksemda sjølv som svarer: foreslå ikkje ferdige svar, og la ingen ta dei i bruk ulesne.',
  'tool.describe.rapport': 'Gir rapporten av ei personvernvurdering som Markdown. Vel «offentlig» for utgåva utan det som er merkt med sladd. Berre lesing; inga fil blir laga.',
  'tool.describe.sjekk': 'Kontrollerer ei personvernvurdering (DPIA, innleiande vurdering, PLM, plattformvurdering eller behandlingsoversyn i YAML) og gir funna: kva som manglar eller ikkje heng saman, på kva linje, og kva ein kan gjere. Berre lesing. Verktøyet melder funn og seier aldri at ei behandling er lovleg; ingen funn betyr ikkje at ho er det. Det avgjer leiinga.',
  'tool.describe.slaaOpp': 'Slår opp ein artikkel, ei lov, eit spørsmål i ein mal, ein funnkode eller eit omgrep, med ordrett sitat og kjelde. Siter berre det som står som sitat, og oppgi kjelda.',
  'tool.describe.sti': 'Stien til YAML-fila, frå mappa verktøyet arbeider i. Filer utanfor mappa blir ikkje lesne.',
  'tool.describe.tekst': 'YAML-teksten til vurderinga, i staden for ein sti. Reglar som ser på fleire filer, gjeld då ikkje.',
  'tool.describe.utgave': 'Kva utgåve: «intern» (standard, med alt som står i fila) eller «offentlig» (utan det som er merkt med sladd).',
  'tool.failed': 'Verktøyet greidde ikkje å svare. Meld gjerne feilen: {feil}',
  'tool.finding': '{nivå}, linje {linje}: {melding} [{kode}]',
  'tool.findings': '{fil}: feil {feil}, åtvaringar {advarsler}, opplysningar {opplysninger}.',
  'tool.head': 'Hovudet i fila',
  'tool.instructions': 'Vurdert les personvernvurderingar skrivne som YAML. Verktøya berre les, og skriv aldri ei fil eller eit svar. Dei melder funn; ingen av dei seier at ei behandling er lovleg. Menneske svarer på spørsmåla, og leiinga tek avgjerda.',
  'tool.no-answers': 'Spørsmåla skal svarast på av dei som kjenner behandlinga. Ta ikkje inn svar som ingen har lese og kan stå for.',
  'tool.no-file': 'Det er inga vurdering å sjå på. Oppgi stien til ei fil i mappa som er open, eller opne fila.',
  'tool.no-findings': '{fil}: ingen funn.',
  'tool.no-verdict': 'Funn er ikkje ein konklusjon: verken funn eller mangel på funn seier om behandlinga er lovleg. Det vurderer verksemda, og leiinga tek avgjerda.',
  'tool.none-missing': 'Alle spørsmåla har eit svar.',
  'tool.not-assessment': '«{sti}» er ikkje ei vurdering. Ho må ha «vurdering:» med dpia, ip, plm, plattform eller behandlingsoversikt.',
  'tool.one-input': 'Oppgi anten «sti» eller «tekst».',
  'tool.outside': '«{sti}» ligg utanfor mappa som verktøyet får lese, eller finst ikkje. Oppgi ei fil i mappa.',
  'tool.progress': '{fil}: {besvart} av {antall} spørsmål er svart på.',
  'tool.public': 'Den offentlege utgåva kan ikkje lagast: utan det som er sladda, kan ikkje fila lesast.',
  'tool.said': '{ord}',
  'tool.state.blank': 'står tomt',
  'tool.state.placeholder': '«fyll ut» står igjen',
  'tool.state.template-text': 'teksten frå malen står igjen',
  'tool.suppressed': 'Undertrykte i fila med grunngiving: {n}.',
  'tool.text': 'ein tekst som ikkje er tom',
  'tool.title.mangler': 'Kva som manglar i vurderinga',
  'tool.title.rapport': 'Vis rapporten',
  'tool.title.sjekk': 'Sjekk vurderinga',
  'tool.title.slaaOpp': 'Slå opp kjelde, spørsmål eller omgrep',
  'tool.too-large': 'Teksten er for stor. Verktøyet les filer på inntil {mb} MB.',
  'tool.unknown-input': 'Verktøyet kjenner ikkje «{felt}». Det tek {lovlige}.',
  'tool.unknown-tool': 'Det finst ikkje noko verktøy som heiter «{navn}».',
  'tool.wrong-input': '«{felt}» må vere {lovlige}.',
  'tool.working.mangler': 'Ser etter kva som manglar i {fil}',
  'tool.working.sjekk': 'Sjekkar {fil}',
  'tool.working.slaaOpp': 'Slår opp «{hva}»',
  'cli.help.mcp': `vurdert mcp – verktøy for språkmodellar (Model Context Protocol), over standard inn og ut

Blir starta av programmet som bruker verktøya, ikkje for hand. Verktøya berre les: dei kontrollerer ei fil, slår opp
kjelder, listar opp det som manglar og viser rapporten. Dei skriv aldri ei fil eller eit svar.

  --root MAPPE            Mappa som kan lesast. Utan: mappa programmet er starta i. Det som ligg utanfor, blir ikkje lese.

Det verktøya les, får språkmodellen som du har valt. Sjå docs/ki.md.`,
  'cli.mcp.no-paths': '«vurdert mcp» tek ingen filer. Bruk --root for å velje mappa som kan lesast.',
  'look-up.unknown': 'Fann verken funnkode, artikkel, lov, spørsmål eller omgrep som heiter «{hva}».{forslag}',
  'look-up.suggestion': ' Meinte du {forslag}?',
};
