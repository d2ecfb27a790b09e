// The formula as one writes it by hand in JavaScript, from the rule's text: doubles throughout.

function between(x, x0, y0, x1, y1) {
  return y0 + ((x - x0) * (y1 - y0)) / (x1 - x0);
}

// Straight lines through two knots or three; flat outside.
function two(x, x0, y0, x1, y1) {
  return x <= x0 ? y0 : x <= x1 ? between(x, x0, y0, x1, y1) : y1;
}
function three(x, x0, y0, x1, y1, x2, y2) {
  return x <= x1 ? two(x, x0, y0, x1, y1) : x <= x2 ? between(x, x1, y1, x2, y2) : y2;
}

export function score(r) {
  const goods =
    0.5 * three(r.rating_mean_sum / r.rating_mean_n, 4, 50, 4.6, 70, 4.9, 100) +
    0.5 * three(r.quality_return_rate_num / r.quality_return_rate_den, 0.002, 100, 0.012, 60, 0.03, 50);
  const logistics =
    (three(r.pickup_hours_sum / r.pickup_hours_n, 4, 100, 24, 80, 48, 50) +
      two(r.line_time_rate_num / r.line_time_rate_den, 0.7, 50, 0.95, 100) +
      two(r.damage_return_rate_num / r.damage_return_rate_den, 0, 100, 0.005, 50)) /
    3;
  const service =
    0.25 * three(r.review_hours_sum / r.review_hours_n, 1, 100, 3, 80, 13, 50) +
    0.25 * three(r.im_response_seconds_sum / r.im_response_seconds_n, 10, 100, 30, 80, 180, 50) +
    0.25 * two(r.im_dissatisfaction_rate_num / r.im_dissatisfaction_rate_den, 0.03, 100, 0.23, 50) +
    0.25 * two(r.platform_help_rate_num / r.platform_help_rate_den, 0.001, 100, 0.011, 50);
  let total = 0.5 * goods + 0.2 * logistics + 0.3 * service;
  if (r.next_day_rate_num / r.next_day_rate_den >= 0.2) total += 5;
  if (r.freight_insurance) total += 2;
  if (r.large_item_freight_insurance) total += 2;
  if (r.installation_service) total += 2;
  total += Math.max(-2 * r.abnormal_return_address, -10);
  total += Math.max(-2 * r.refused_invoice, -10);
  if (r.faked_score) total -= 10;
  if (r.false_advertising) total -= 10;
  if (r.fraudulent_shipping) total -= 10;
  if (r.confusing_brand) total -= 10;
  return Math.floor(Math.min(Math.max(total, 0), 100) + 0.5);
}
