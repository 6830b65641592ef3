"""One file per verb: functions ``(request, context, report) -> result`` over library and engine."""
