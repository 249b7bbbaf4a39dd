// The trend of 90 days: three rows over one time axis. Days without figures are gaps, days with too few answers are hatched;
// neither is ever drawn as a value. ECharts is loaded after the figures are on the screen.

import * as format from './format.js';
import { h } from './dom.js';
import { isReleased, isSuppressed, spoken, spokenParticipation } from './figures.js';
import { text } from './texts.js';

const ROWS = [
  { key: 'trend.share', heightPart: 0.5 },
  { key: 'trend.answers', heightPart: 0.17 },
  { key: 'trend.wait', heightPart: 0.33 },
];
const NARROW_PIXELS = 560;

/**
 * A trend chart in `container`. Draws itself again when the size, the colour scheme or the medium (screen, paper) changes.
 *
 * @param {HTMLElement} container an element with a height
 * @returns {Promise<{show: (days: object[]) => void}>} `show` takes the result of figures.everyDay
 * @throws {Error} if ECharts cannot be loaded
 */
export async function trendChart(container) {
  // Cached for good by the browser: the version makes an upgrade a new address.
  const echarts = await import('./vendor/echarts.esm.min.js?6.0.0');
  await document.fonts.ready;
  const chart = echarts.init(container, null, { renderer: 'canvas' });
  let days = [];
  const draw = () => {
    if (days.length > 0 && container.clientWidth > 0) {
      chart.resize();
      chart.setOption(options(days, container), { notMerge: true });
    }
  };
  new ResizeObserver(draw).observe(container);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  // Paper is light. The custom properties of the print medium are not computed yet when `beforeprint` comes.
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
    draw();
  });
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.theme;
    draw();
  });
  return {
    show(newDays) {
      if (JSON.stringify(newDays) !== JSON.stringify(days)) {
        days = newDays;
        draw();
      }
    },
  };
}

/** What a screen reader hears in place of the picture. */
export function describeTrend(days) {
  const released = days.filter((day) => isReleased(day.rating));
  if (released.length === 0) {
    return text('trend.description.empty');
  }
  return text('trend.description', {
    days: released.length,
    last: format.share(released.at(-1).rating),
    suppressed: days.filter((day) => isSuppressed(day.rating)).length,
  });
}

function options(days, container) {
  const look = readLook(container);
  const grids = layOut(container.clientHeight, look);
  const shares = days.map((day) => (isReleased(day.rating) ? 100 * day.rating.sharePositive : null));
  const answers = days.map((day) => (isReleased(day.rating) ? day.rating.answers : null));
  const waits = days.map((day) => (isReleased(day.wait) ? day.wait.medianMinutes : null));
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily, fontSize: look.fontSize, color: look.muted },
    title: ROWS.map((row, index) => ({
      text: text(row.key),
      left: 0,
      top: grids[index].top - look.titleHeight,
      padding: 0,
      textStyle: { fontFamily: look.fontFamily, fontSize: look.fontSize, fontWeight: 600, color: look.text },
    })),
    grid: grids,
    xAxis: ROWS.map((_, index) => timeAxis(days, index, look, container.clientWidth)),
    yAxis: [
      valueAxis(0, look, { min: 0, max: 100, interval: 25, axisLabel: { formatter: (value) => format.percent(value / 100) } }),
      valueAxis(1, look, zeroAnd(answers)),
      valueAxis(2, look, { min: 0, minInterval: 1, splitNumber: 3 }),
    ],
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: look.border, type: 'solid' }, label: { show: false } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      className: 'chart-tooltip',
      backgroundColor: look.surface,
      borderColor: look.border,
      textStyle: { color: look.text, fontFamily: look.fontFamily, fontSize: look.fontSize },
      transitionDuration: 0,
      formatter: (points) => tooltip(days[points[0].dataIndex]),
    },
    series: [
      hatched(0, days.map((day) => isSuppressed(day.rating)), look),
      band(days, look),
      line(0, shares, look.share, look),
      { type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: answers, barCategoryGap: '25%', itemStyle: { color: look.answers } },
      hatched(2, days.map((day) => isSuppressed(day.wait)), look),
      line(2, waits, look.wait, look),
    ],
  };
}

function layOut(height, look) {
  const axisHeight = look.fontSize * 2;
  const space = height - axisHeight - look.overhang - ROWS.length * look.titleHeight - (ROWS.length - 1) * look.fontSize;
  let top = look.titleHeight + look.overhang;
  return ROWS.map((row) => {
    const grid = { left: look.fontSize * 3.6, right: 4, top, height: Math.round(space * row.heightPart) };
    top += grid.height + look.titleHeight + look.fontSize;
    return grid;
  });
}

function timeAxis(days, index, look, width) {
  const lowest = index === ROWS.length - 1;
  const everyWeeks = width < NARROW_PIXELS ? 4 : 2;
  const mondays = days.map((day, at) => (format.isMonday(day.date) ? at : -1)).filter((at) => at >= 0);
  const labelled = new Set(mondays.filter((_, at) => at % everyWeeks === 0));
  return {
    type: 'category',
    gridIndex: index,
    data: days.map((day) => day.date),
    axisLine: { lineStyle: { color: look.border } },
    axisTick: { show: lowest, alignWithLabel: true, interval: (at) => labelled.has(at), lineStyle: { color: look.border } },
    axisLabel: {
      show: lowest,
      color: look.muted,
      fontSize: look.fontSize,
      interval: (at) => labelled.has(at),
      hideOverlap: true,
      formatter: (date) => format.axisDay(date),
    },
  };
}

function valueAxis(index, look, more) {
  return {
    type: 'value',
    gridIndex: index,
    splitLine: { lineStyle: { color: look.grid } },
    ...more,
    axisLabel: { color: look.muted, fontSize: look.fontSize, formatter: (value) => format.count(value), ...more.axisLabel },
  };
}

/** An axis with two labels, 0 and a round number above the highest value: the row is too low for more. */
function zeroAnd(values) {
  const highest = Math.max(1, ...values);
  const step = 10 ** Math.floor(Math.log10(highest));
  const max = Math.ceil(highest / step) * step;
  return { min: 0, max, interval: max };
}

function line(axisIndex, data, color, look) {
  return {
    type: 'line',
    xAxisIndex: axisIndex,
    yAxisIndex: axisIndex,
    data,
    connectNulls: false,
    symbol: 'circle',
    showAllSymbol: true,
    symbolSize: look.symbolSize,
    lineStyle: { color, width: look.symbolSize / 4 },
    itemStyle: { color },
    emphasis: { disabled: true },
  };
}

/** The interval of each day as a step of one day's width: neighbours join to a band, a lonely day stays visible. */
function band(days, look) {
  return columns(0, look, look.band, (api, at) => {
    const rating = days[at].rating;
    return isReleased(rating) ? { from: api.coord([at, 100 * rating.high])[1], to: api.coord([at, 100 * rating.low])[1] } : null;
  }, days.length);
}

/** A hatched column over the whole height: clearly not a value. */
function hatched(axisIndex, suppressed, look) {
  return columns(axisIndex, look, look.hatch, (api, at, area) =>
    suppressed[at] ? { from: area.y, to: area.y + area.height } : null, suppressed.length);
}

function columns(axisIndex, look, fill, extent, length) {
  return {
    type: 'custom',
    xAxisIndex: axisIndex,
    yAxisIndex: axisIndex,
    silent: true,
    z: 1,
    data: Array.from({ length }, (_, at) => [at, 0]),
    renderItem(params, api) {
      const at = params.dataIndex;
      const height = extent(api, at, params.coordSys);
      if (height === null) {
        return null;
      }
      const width = api.size([1, 0])[0];
      const left = api.coord([at, 0])[0] - width / 2;
      return { type: 'rect', shape: { x: left, y: height.from, width, height: height.to - height.from }, style: { fill } };
    },
  };
}

function tooltip(day) {
  const entry = (key, figure) => h('div', {}, h('dt', {}, text(key)), h('dd', {}, figure.words));
  const share = spoken('rating', day.rating, (rating) =>
    `${format.share(rating)} (${format.percentRange(rating.low, rating.high)})`, true);
  return h(
    'div',
    {},
    h('strong', {}, format.tableDay(day.date)),
    h(
      'dl',
      {},
      entry('trend.key.share', share),
      isReleased(day.rating) ? entry('trend.key.answers', { words: format.count(day.rating.answers) }) : null,
      entry('trend.key.wait', spoken('wait', day.wait, (wait) => format.minutes(wait.medianMinutes), true)),
      entry('column.participation', spokenParticipation(day.participation, day.rating, day.wait, true)),
    ),
  );
}

/** Colours and sizes come from the style sheet, so that light, dark and paper have one source. */
function readLook(container) {
  const style = getComputedStyle(container);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  const fontSize = Number.parseFloat(style.fontSize);
  return {
    fontFamily: style.fontFamily,
    fontSize,
    symbolSize: fontSize * (container.clientWidth < NARROW_PIXELS ? 0.25 : 0.4),
    titleHeight: fontSize * 1.8,
    overhang: fontSize * 0.4,
    text: color('text'),
    muted: color('muted'),
    border: color('border'),
    grid: color('line'),
    surface: color('surface'),
    share: color('share'),
    band: color('share-band'),
    answers: color('answers'),
    wait: color('wait'),
    hatch: { image: hatch(color('hatch')), repeat: 'repeat' },
  };
}

function hatch(color) {
  const size = 6;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  pen.strokeStyle = color;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  return canvas;
}
