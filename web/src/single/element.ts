/** The element in one classic script, which is the worker of its forecasts too. */
void (typeof document === 'undefined' ? import('../forecast_worker') : import('../shop-gauge'));
