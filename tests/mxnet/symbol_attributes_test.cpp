// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mxnet/symbol_attributes.h"

#include <QTest>

using namespace boxwright;

namespace {

const QString kName = QStringLiteral("value");

SymbolAttributes with(const char *value)
{
    SymbolAttributes attributes;
    attributes.set(kName, QString::fromUtf8(value));
    return attributes;
}

template<class T>
void refuses(const Result<T> &result)
{
    QVERIFY(!result.has_value());
    QVERIFY2(result.error().message.contains(kName), qPrintable(result.error().message));
}

} // namespace

class SymbolAttributesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absentAttributesGiveTheFallback();
    void flagsAreRead();
    void numbersAreRead();
    void tuplesAreRead_data();
    void tuplesAreRead();
    void noneStandsOnlyWhereItMay();
    void otherValuesAreRefusedByName();
};

void SymbolAttributesTest::absentAttributesGiveTheFallback()
{
    const SymbolAttributes empty;
    QCOMPARE(empty.text(kName, QStringLiteral("x")), QStringLiteral("x"));
    QCOMPARE(*empty.flag(kName, true), true);
    QCOMPARE(*empty.integer(kName, 7), 7);
    QCOMPARE(*empty.number(kName, 1e-3), 1e-3);
    QCOMPARE(*empty.integers(kName, {1, 1}), (std::vector<qint64>{1, 1}));
    QCOMPARE(*empty.numbers(kName, {.1}), std::vector<double>{.1});
}

void SymbolAttributesTest::flagsAreRead()
{
    for (const char *yes : {"True", "true", "1"})
        QCOMPARE(*with(yes).flag(kName, false), true);
    for (const char *no : {"False", "false", "0"})
        QCOMPARE(*with(no).flag(kName, true), false);
}

void SymbolAttributesTest::numbersAreRead()
{
    QCOMPARE(*with("2e-05").number(kName, 0), 2e-05);
    QCOMPARE(*with(" -1 ").integer(kName, 0), -1);
    QCOMPARE(*with("512L").integer(kName, 0), 512);
    QCOMPARE(*with("3.0").integer(kName, 0), 3);
}

void SymbolAttributesTest::tuplesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<std::vector<double>>("expected");
    using Values = std::vector<double>;
    QTest::newRow("tuple") << QByteArray("(3, 3)") << Values{3, 3};
    QTest::newRow("without spaces") << QByteArray("(0.1,0.141421)") << Values{.1, .141421};
    QTest::newRow("list") << QByteArray("[1, 2, 0.5]") << Values{1, 2, .5};
    QTest::newRow("of one") << QByteArray("(3,)") << Values{3};
    QTest::newRow("number alone") << QByteArray("-1") << Values{-1};
    QTest::newRow("empty") << QByteArray("()") << Values{};
    QTest::newRow("Python 2") << QByteArray("(2L, 2L)") << Values{2, 2};
    QTest::newRow("exponents") << QByteArray("(1e-3, -2.5E+2)") << Values{1e-3, -250};
}

void SymbolAttributesTest::tuplesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(std::vector<double>, expected);
    const auto values = with(text.constData()).numbers(kName, {99});
    QVERIFY2(values.has_value(), qPrintable(values ? QString() : values.error().message));
    QCOMPARE(*values, expected);
    const bool areWhole = std::all_of(expected.begin(), expected.end(), [](double v) { return v == std::floor(v); });
    QCOMPARE(with(text.constData()).integers(kName, {}).has_value(), areWhole);
}

void SymbolAttributesTest::noneStandsOnlyWhereItMay()
{
    const SymbolAttributes attributes = with("(None, 0, None, -1)");
    const auto values = attributes.optionalIntegers(kName, {});
    QVERIFY(values.has_value());
    QCOMPARE(values->size(), size_t{4});
    QVERIFY(!values->at(0) && !values->at(2));
    QCOMPARE(*values->at(3), -1);
    refuses(attributes.integers(kName, {}));
    refuses(attributes.numbers(kName, {}));
    refuses(with("None").integer(kName, 0));
}

void SymbolAttributesTest::otherValuesAreRefusedByName()
{
    refuses(with("yes").flag(kName, false));
    refuses(with("(3, 3)").integer(kName, 0));
    refuses(with("1.5").integer(kName, 0));
    refuses(with("1e300").integer(kName, 0));
    refuses(with("nan").integer(kName, 0));
    refuses(with("").number(kName, 0));
    refuses(with("os.system").number(kName, 0));
    for (const char *text : {"", "(", ")", "(3", "3, 3", "(3,,3)", "((3))", "(a, b)", "[3, 3)", "(,)", "(1,2,,)"})
        refuses(with(text).numbers(kName, {}));
}

QTEST_GUILESS_MAIN(SymbolAttributesTest)
#include "symbol_attributes_test.moc"
