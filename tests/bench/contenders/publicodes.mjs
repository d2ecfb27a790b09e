// The score as publicodes rules, written from the document: its `taux progressif` is a curve of straight lines, in percent.
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {adjustments, columns, columns_of, dimensions, inputs, is_flag, root} from '../rule.mjs';

const at = createRequire(`${root}web/package.json`).resolve('publicodes');
const {default: Engine} = await import(pathToFileURL(at.replace(/index\.cjs$/, 'index.js')));

// Its names are words with spaces.
const name = (id) => id.replaceAll('_', ' ');
const weight_text = (weight) => (typeof weight === 'object' ? `${weight.num} / ${weight.den}` : String(weight));

const value_of = (metric) => columns_of(metric).map(name).join(' / ');

const points = ({metric, knots}) => ({
  'taux progressif': {
    assiette: value_of(metric),
    tranches: knots.map(([x, y]) => ({plafond: x, taux: `${y} %`})),
  },
});

function brought({flag, metric, points: brings, at_least, each, limit}) {
  if (flag) return {variations: [{si: name(flag), alors: brings}, {sinon: 0}]};
  if (each !== undefined) return {valeur: `${each} * ${name(metric)}`, plancher: limit};
  return {variations: [{si: `${value_of(metric)} >= ${at_least}`, alors: brings}, {sinon: 0}]};
}

function rules() {
  const all = {};
  for (const id of inputs) for (const column of columns_of(id)) all[name(column)] = {'par défaut': is_flag(id) ? 'non' : 1};
  for (const {id, weight, indicators} of dimensions) {
    for (const one of indicators) all[`points ${name(one.id)}`] = points(one);
    const part = (one) => ({produit: [`points ${name(one.id)}`, weight_text(one.weight), 100]});
    all[`dimension ${id}`] = {produit: [{somme: indicators.map(part)}, weight_text(weight)]};
  }
  const changing = adjustments.filter((one) => one.floor === undefined && one.cap === undefined);
  for (const one of changing) all[`adjustment ${name(one.id)}`] = brought(one);
  all.total = {
    somme: [...dimensions.map(({id}) => `dimension ${id}`), ...changing.map(({id}) => `adjustment ${name(id)}`)],
    plancher: adjustments.find((one) => one.floor !== undefined).floor,
    plafond: adjustments.find((one) => one.cap !== undefined).cap,
  };
  all.score = {valeur: 'total', arrondi: 'oui'};
  return all;
}

const silent = {log() {}, warn() {}, error(text) { throw new Error(text); }};
const engine = new Engine(rules(), {logger: silent});
const names = columns.map((column) => [column, name(column)]);

// Its situation wants its own words for true and false.
function situation_of(reading) {
  const situation = {};
  for (const [column, own] of names) {
    const value = reading[column];
    situation[own] = value === true ? 'oui' : value === false ? 'non' : value;
  }
  return situation;
}

export const score = (reading) => engine.setSituation(situation_of(reading)).evaluate('score').nodeValue;
