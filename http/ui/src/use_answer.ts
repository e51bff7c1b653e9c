import {useEffect, useState} from 'preact/hooks';
import {get, Problem} from './api';

export interface Answer<T> {
  value?: T;
  problem?: Problem;
}

/** Asks again whenever path, query or language change; an answer that comes late for an older question is dropped. */
export function useAnswer<T>(path: string | null, query: Record<string, string | number | undefined>,
                             lang: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({});
  const key = JSON.stringify([path, query, lang]);
  useEffect(() => {
    let current = true;
    setAnswer({});
    if (path !== null) {
      get<T>(path, query, lang)
          .then((value) => current && setAnswer({value}))
          .catch((error) => current && setAnswer({
            problem: error instanceof Problem ? error : new Problem(0, String(error), []),
          }));
    }
    return () => {
      current = false;
    };
  }, [key]);
  return answer;
}
