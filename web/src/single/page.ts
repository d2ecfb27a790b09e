/** The standalone page in one file, whose script is the worker of its forecasts too. */
void (typeof document === 'undefined' ? import('../forecast_worker') : import('../main'));
