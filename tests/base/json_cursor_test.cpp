// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace boxwright;

namespace {

bool isAccepted(const QByteArray &text)
{
    JsonCursor cursor(text);
    cursor.skip();
    return cursor.isAtEnd();
}

/// A document with something of everything.
const QByteArray
    kDocument("{\"a\":[1,-2.5e3,0,\"x\\n\\u00e9\\\"\",{}],\"b\":{\"c\":null,\"d\":[true,false,[]]} , \"e\":1e-7}");

} // namespace

class JsonCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheStandardAllows_data();
    void acceptsWhatTheStandardAllows();
    void agreesWithAnotherParserOnDamagedText();
    void membersAreRawText();
    void stringsAreDecoded_data();
    void stringsAreDecoded();
    void anyTextSurvives();
    void numbersAreTheShortest();
    void deepNestingIsAnErrorNotACrash();
    void valuesOfAnotherKindArePassedOver();
};

void JsonCursorTest::acceptsWhatTheStandardAllows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    const auto row = [](const char *text, bool isValid) { QTest::addRow("%s", text) << QByteArray(text) << isValid; };
    for (const char *valid : {"{}", "[]", " [ 1 , 2 ] ", "0", "-0", "1.5E+3", "\"\"", "null", "{\"a\":{\"b\":[]}}",
                              "\"\\u00e9\\ud83d\\udc1d\"", "[1e-400]"})
        row(valid, true);
    for (const char *invalid :
         {"",    "{",       "[",        "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}",      "[1 2]",     "01",       "00",
          "-",   "1.",      ".5",       "1e",   "+1",         "NaN",     "[Infinity]", "-Infinity", "nul",      "tru",
          "\"a", "\"\\x\"", "\"a\nb\"", "[1]]", "{} {}",      "1e999",   "'a'",        "[1,,2]",    "{\"a\":}", "[,1]"})
        row(invalid, false);
}

void JsonCursorTest::acceptsWhatTheStandardAllows()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isValid);
    QCOMPARE(isAccepted(text), isValid);
}

void JsonCursorTest::agreesWithAnotherParserOnDamagedText()
{
    QRandomGenerator random(5);
    const QByteArray letters("{}[]\",:0123456789.-+eE truefalsn\\u");
    int valid = 0;
    for (int i = 0; i < 20000; ++i) {
        QByteArray text = kDocument;
        const int damages = random.bounded(1, 4);
        for (int damage = 0; damage < damages; ++damage) {
            const qsizetype at = random.bounded(text.size());
            switch (random.bounded(3)) {
            case 0:
                text.remove(at, 1);
                break;
            case 1:
                text[at] = letters[random.bounded(letters.size())];
                break;
            default:
                text.insert(at, letters[random.bounded(letters.size())]);
            }
        }
        const bool isValid = nlohmann::json::accept(text.begin(), text.end());
        valid += isValid ? 1 : 0;
        // Whether a surrogate has its other half is looked at when the string is decoded: see stringsAreDecoded().
        if (!text.contains("\\ud"))
            QVERIFY2(isAccepted(text) == isValid, text.constData());
    }
    QVERIFY(valid > 100 && valid < 19000); // both kinds came up
}

void JsonCursorTest::membersAreRawText()
{
    const JsonMembers members(kDocument);
    QCOMPARE(members.value("e").toByteArray(), QByteArray("1e-7"));
    QCOMPARE(members.number("e").value_or(0), 1e-7);
    QCOMPARE(JsonMembers(members.value("b")).value("d").toByteArray(), QByteArray("[true,false,[]]"));
    QVERIFY(members.value("z").isEmpty());
    QVERIFY(JsonMembers("[1]").isEmpty());
    QVERIFY(JsonMembers("{\"a\":1").isEmpty());
    QVERIFY(JsonMembers("{\"a\":1} x").isEmpty());
    QCOMPARE(JsonMembers("{\"a\":1,\"a\":2}").number("a").value_or(0), 2.0);

    QByteArray text;
    JsonObjectText object(text);
    object.key("first").append("1");
    object.appendRest(members, {"a", "b"});
    object.close();
    QCOMPARE(text, QByteArray("{\"first\":1,\"e\":1e-7}"));
}

void JsonCursorTest::stringsAreDecoded_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("plain") << QByteArray("bee") << QStringLiteral("bee") << true;
    QTest::newRow("escapes") << QByteArray("\\\"\\\\\\/\\b\\f\\n\\r\\t") << QStringLiteral("\"\\/\b\f\n\r\t") << true;
    QTest::newRow("unit") << QByteArray("a\\u00e9b") << QStringLiteral(u"a\u00e9b") << true;
    QTest::newRow("pair") << QByteArray("\\ud83d\\udc1d") << QStringLiteral(u"\U0001F41D") << true;
    QTest::newRow("utf-8") << QByteArray("\xeb\xb2\x8c") << QStringLiteral(u"\ubc8c") << true;
    QTest::newRow("high alone") << QByteArray("\\ud83d") << QString() << false;
    QTest::newRow("high and plain") << QByteArray("\\ud83d\\u0041") << QString() << false;
    QTest::newRow("low alone") << QByteArray("\\udc1d") << QString() << false;
    QTest::newRow("no hex") << QByteArray("\\u00g0") << QString() << false;
    QTest::newRow("cut off") << QByteArray("\\u00") << QString() << false;
    QTest::newRow("broken utf-8") << QByteArray("\xff") << QString() << false;
}

void JsonCursorTest::stringsAreDecoded()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, text);
    QFETCH(bool, isValid);
    const std::optional<QString> decoded = jsonText(raw);
    QCOMPARE(decoded.has_value(), isValid);
    QCOMPARE(decoded.value_or(QString()), text);
    const QByteArray quoted = '"' + raw + '"';
    QCOMPARE(JsonCursor(quoted).string().has_value(), isValid);
}

void JsonCursorTest::anyTextSurvives()
{
    for (const QString &text : {QStringLiteral(u"\ud55c\uae00 \"quoted\" \\ \U0001F41D"), QString(QChar(1)),
                                QStringLiteral("a\nb\tc\r\b\f"), QString()}) {
        const QByteArray json = jsonString(text);
        QCOMPARE(JsonCursor(json).string().value_or(QStringLiteral("?")), text);
        QCOMPARE(QString::fromStdString(nlohmann::json::parse(json.toStdString()).get<std::string>()), text);
    }
}

void JsonCursorTest::numbersAreTheShortest()
{
    QCOMPARE(jsonNumber(104), QByteArray("104"));
    QCOMPARE(jsonNumber(-0.0), QByteArray("0"));
    QCOMPARE(jsonNumber(0.1), QByteArray("0.1"));
    QCOMPARE(jsonNumber(1e-9), QByteArray("1e-09"));
    QCOMPARE(jsonNumber(120.80000000000001), QByteArray("120.80000000000001"));
    QRandomGenerator random(3);
    for (int i = 0; i < 2000; ++i) {
        const double value = (random.generateDouble() - 0.5) * std::pow(10, random.bounded(20));
        QCOMPARE(JsonCursor(jsonNumber(value)).number().value_or(0), value);
    }
}

void JsonCursorTest::deepNestingIsAnErrorNotACrash()
{
    const QByteArray deep = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    JsonCursor cursor(deep);
    cursor.skip();
    QVERIFY(cursor.hasFailed() && cursor.isTooDeep());
    QVERIFY(isAccepted(QByteArray(JsonCursor::kMaxDepth, '[') + QByteArray(JsonCursor::kMaxDepth, ']')));
}

void JsonCursorTest::valuesOfAnotherKindArePassedOver()
{
    const QByteArray text("[\"a\",{\"b\":[1]},3]");
    JsonCursor cursor(text);
    QVERIFY(cursor.enterArray() && cursor.nextElement());
    QVERIFY(!cursor.number());
    QVERIFY(cursor.nextElement());
    QVERIFY(!cursor.string());
    QVERIFY(cursor.nextElement());
    QCOMPARE(cursor.number().value_or(0), 3.0);
    QVERIFY(!cursor.nextElement() && cursor.isAtEnd());
}

QTEST_GUILESS_MAIN(JsonCursorTest)
#include "json_cursor_test.moc"
