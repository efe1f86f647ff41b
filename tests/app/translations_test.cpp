// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    bool isNumerus = false;
    bool isUnfinished = false;
    QStringList forms; ///< one, or one for each plural form
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.isNumerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.isNumerus) {
                message.forms << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readCatalogue(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages << readMessage(xml, context);
    }
    return messages;
}

/// %1, %2, ... of a text, sorted. %n may be left out: "an image" says it as well.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%[1-9]"));
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

QString keyOf(const Message &message)
{
    return message.context + QStringLiteral(" | ") + message.source;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTranslationIsFinished_data();
    void everyTranslationIsFinished();
    void placeholdersSurviveTranslation_data();
    void placeholdersSurviveTranslation();
    void everyTextOfTheProgramHasAnEntry_data();
    void everyTextOfTheProgramHasAnEntry();
    void theProgramSpeaksKorean();
    void englishHasSingularAndPlural();

private:
    void addCatalogues() const;
    [[nodiscard]] QString catalogue(const QString &name) const;

    const QDir m_source{qEnvironmentVariable("BOXWRIGHT_SOURCE")};
};

void TranslationsTest::addCatalogues() const
{
    QTest::addColumn<QString>("name");
    const QStringList files =
        QDir(m_source.filePath(QStringLiteral("translations"))).entryList({QStringLiteral("*.ts")});
    QVERIFY(files.size() >= 2);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

QString TranslationsTest::catalogue(const QString &name) const
{
    return m_source.filePath(QStringLiteral("translations/") + name);
}

void TranslationsTest::everyTranslationIsFinished_data()
{
    addCatalogues();
}

void TranslationsTest::everyTranslationIsFinished()
{
    QFETCH(QString, name);
    const bool isEnglish = name == QLatin1String("boxwright_en.ts");
    const QList<Message> messages = readCatalogue(catalogue(name));
    QVERIFY(!messages.isEmpty());
    QStringList unfinished;
    for (const Message &message : messages) {
        const qsizetype forms = message.isNumerus && isEnglish ? 2 : 1;
        if (message.isUnfinished || message.forms.size() < forms || message.forms.contains(QString()))
            unfinished << keyOf(message);
    }
    QVERIFY2(unfinished.isEmpty(), qPrintable(unfinished.join(QLatin1Char('\n'))));
}

void TranslationsTest::placeholdersSurviveTranslation_data()
{
    addCatalogues();
}

void TranslationsTest::placeholdersSurviveTranslation()
{
    QFETCH(QString, name);
    QStringList wrong;
    for (const Message &message : readCatalogue(catalogue(name))) {
        for (const QString &form : message.forms) {
            if (placeholders(form) != placeholders(message.source))
                wrong << keyOf(message) + QStringLiteral(" -> ") + form;
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TranslationsTest::everyTextOfTheProgramHasAnEntry_data()
{
    addCatalogues();
}

/// Asks lupdate for all texts of the sources and looks for each in the catalogue. To mend, run it on the catalogue as
/// README.md says and translate what is new.
void TranslationsTest::everyTextOfTheProgramHasAnEntry()
{
    QFETCH(QString, name);
    const QString lupdate =
        QStandardPaths::findExecutable(QStringLiteral("lupdate"), {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
    if (lupdate.isEmpty())
        QSKIP("lupdate is not installed");
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(name);
    QStringList arguments{
        QStringLiteral("-silent"), QStringLiteral("-I"),  QStringLiteral("."),   QStringLiteral("core"),
        QStringLiteral("ui"),      QStringLiteral("app"), QStringLiteral("-ts"), fresh};
    if (name == QLatin1String("boxwright_en.ts"))
        arguments.prepend(QStringLiteral("-pluralonly"));
    QProcess process;
    process.setWorkingDirectory(m_source.path());
    process.start(lupdate, arguments);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitCode(), 0);

    QSet<QString> known;
    for (const Message &message : readCatalogue(catalogue(name)))
        known.insert(keyOf(message));
    const QList<Message> texts = readCatalogue(fresh);
    QVERIFY(texts.size() > 20);
    QStringList missing;
    for (const Message &message : texts) {
        QVERIFY2(message.context != QLatin1String("Text"),
                 qPrintable(QStringLiteral("lupdate finds no context for: ") + message.source));
        if (!known.contains(keyOf(message)))
            missing << keyOf(message);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TranslationsTest::theProgramSpeaksKorean()
{
    QVERIFY(boxwright::installTranslations(QLocale(QLocale::Korean, QLocale::SouthKorea)));
    QCOMPARE(QCoreApplication::translate("Command", "Draw box"), QStringLiteral("박스 그리기"));
    QCOMPARE(QCoreApplication::translate("boxwright::ExportDialog", "%n image(s)", nullptr, 3),
             QStringLiteral("이미지 3개"));
    QCOMPARE(QLocale().monthName(1), QStringLiteral("1월")); // a date stands inside a sentence
}

void TranslationsTest::englishHasSingularAndPlural()
{
    for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
        QCoreApplication::removeTranslator(translator);
    QVERIFY(!boxwright::installTranslations(QLocale(QLocale::English, QLocale::UnitedKingdom)));
    QCOMPARE(QCoreApplication::translate("boxwright::ExportDialog", "%n image(s)", nullptr, 1),
             QStringLiteral("1 image"));
    QCOMPARE(QCoreApplication::translate("boxwright::ExportDialog", "%n image(s)", nullptr, 2),
             QStringLiteral("2 images"));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
