// fill_mutool.js FORM OUT VALUES -- fills in a form as a person in a viewer would: finds each
// field by what a screen reader says of it, types, and clicks on buttons.  VALUES: JSON,
// {"Comment 1: Reference": "1.1 S(3)", "Comment 1: Kind of comment: A: wording": true}.
var pdf = new PDFDocument(scriptArgs[0]);
var values = JSON.parse(read(scriptArgs[2]));
var count = pdf.countPages();
for (var i = 0; i < count; i++) {
    var page = pdf.loadPage(i);
    var widgets = page.getWidgets();
    for (var k = 0; k < widgets.length; k++) {
        var value = values[widgets[k].getLabel()];
        if (value === undefined)
            continue;
        delete values[widgets[k].getLabel()];
        if (value === true)
            widgets[k].toggle();
        else
            widgets[k].setTextValue(value);
        widgets[k].update();
    }
}
for (var label in values)
    throw new Error("no field is called " + label);
pdf.save(scriptArgs[1], "");
