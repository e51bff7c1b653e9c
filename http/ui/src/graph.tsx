import cytoscape from 'cytoscape';
import {useEffect, useRef, useState} from 'preact/hooks';
import {get, type Neighbourhood} from './api';
import {say, type Lang} from './i18n';
import {entityLink} from './route';

const colours: Record<string, string> = {
  official: '#b3261e', body: '#1f5fa8', place: '#3b7a3b', meeting: '#8a5a00', directive: '#6a3d9a', document: '#666',
};

/** A small drawing of what stands one hop around an entity; a click opens a node. */
export function GraphView({id, lang}: {id: string; lang: Lang}) {
  const box = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState('');
  useEffect(() => {
    let drawing: cytoscape.Core | undefined;
    let current = true;
    get<Neighbourhood>(`/v1/entities/${id}/neighbourhood`, {hops: 1, limit: 40}, lang).then((around) => {
      if (!current || !box.current) return;
      setNote(around.truncated ? say('truncated', lang) : '');
      drawing = draw(box.current, around);
    }).catch((error) => current && setNote(String(error.message ?? error)));
    return () => {
      current = false;
      drawing?.destroy();
    };
  }, [id, lang]);
  return (
    <section>
      <h2>{say('graph', lang)}</h2>
      <div class="graph" ref={box} role="img" aria-label={say('graph', lang)} />
      {note && <p class="note">{note}</p>}
    </section>
  );
}

function short(text: string): string {
  return text.length > 34 ? text.slice(0, 33) + '…' : text;
}

function draw(container: HTMLElement, around: Neighbourhood): cytoscape.Core {
  const drawing = cytoscape({
    container,
    elements: [
      ...around.nodes.map(({entity}) => ({
        data: {id: entity.id, label: short(entity.label), colour: colours[entity.type], link: entityLink(entity),
               size: entity.id === around.start ? 34 : 18},
      })),
      ...around.edges.map((edge) => ({
        data: {id: edge.statement, source: edge.subject, target: edge.object, label: edge.label},
      })),
    ],
    style: [
      {selector: 'node', style: {'background-color': 'data(colour)', label: 'data(label)', 'font-size': 9, width: 'data(size)',
                                 height: 'data(size)', 'text-wrap': 'wrap', 'text-max-width': '110px', 'text-valign': 'bottom'}},
      {selector: 'edge', style: {width: 1, 'line-color': '#bbb', 'target-arrow-color': '#bbb', 'target-arrow-shape': 'triangle',
                                 'curve-style': 'bezier', label: 'data(label)', 'font-size': 7, color: '#777',
                                 'text-rotation': 'autorotate'}},
    ],
    layout: {name: 'concentric', concentric: (node) => node.data('size'), levelWidth: () => 1, minNodeSpacing: 30, animate: false},
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
  });
  drawing.on('tap', 'node', (event) => {
    location.hash = event.target.data('link');
  });
  return drawing;
}
