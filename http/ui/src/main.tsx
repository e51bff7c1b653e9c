import {render} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import type {Stats} from './api';
import {DocumentPage} from './document';
import {EntityPage} from './entity';
import {say, type Lang, type Word} from './i18n';
import {Show} from './parts';
import {useRoute} from './route';
import {SearchBox, SearchPage} from './search';
import './style.css';
import {useAnswer} from './use_answer';

function savedLang(): Lang {
  return localStorage.getItem('lang') === 'en' ? 'en' : 'vi';
}

function App() {
  const [lang, setLang] = useState<Lang>(savedLang);
  const route = useRoute();
  useEffect(() => {
    localStorage.setItem('lang', lang);
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <>
      <header class="top">
        <a class="brand" href="#/">chỉ đỏ</a>
        <SearchBox lang={lang} initial={route.page === 'search' ? route.query.get('q') ?? '' : ''} />
        <button class="lang" onClick={() => setLang(lang === 'vi' ? 'en' : 'vi')}>{lang === 'vi' ? 'English' : 'Tiếng Việt'}</button>
      </header>
      <main>
        {route.page === 'home' && <Home lang={lang} />}
        {route.page === 'search' && <SearchPage route={route} lang={lang} />}
        {route.page === 'entity' && <EntityPage id={route.id} lang={lang} />}
        {route.page === 'document' && <DocumentPage route={route} lang={lang} />}
      </main>
    </>
  );
}

function Home({lang}: {lang: Lang}) {
  const answer = useAnswer<Stats>('/v1/stats', {}, lang);
  return (
    <section class="home">
      <p class="tagline">{say('tagline', lang)}</p>
      <Show answer={answer} lang={lang}>
        {(stats) => (
          <dl class="counts">
            {Object.entries(stats.entities).filter(([type]) => type !== 'total').map(([type, count]) => (
              <div class={type}><dt>{say(type as Word, lang)}</dt><dd>{count.toLocaleString(lang)}</dd></div>
            ))}
          </dl>
        )}
      </Show>
    </section>
  );
}

render(<App />, document.getElementById('app')!);
