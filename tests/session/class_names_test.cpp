// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/class_names.h"

#include "core/base/file_io.h"
#include "core/edit/commands/add_class.h"
#include "core/session/project_session.h"

#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class ClassNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListHasOneNameALine();
    void aManifestNamesThemByNumber();
    void anotherProjectGivesItsClasses();
    void whatNamesNoneIsRefused();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

void ClassNamesTest::aListHasOneNameALine()
{
    QVERIFY(writeFile(path("classes.txt"), "bee\nwasp\n\n"));
    const Result<QStringList> names = readClassNames(path("classes.txt"));
    QVERIFY(names.has_value());
    QCOMPARE(*names, (QStringList{QStringLiteral("bee"), QStringLiteral("wasp")}));
}

/// Every line has the class-map of its own boxes only.
void ClassNamesTest::aManifestNamesThemByNumber()
{
    QVERIFY(writeFile(path("set.manifest"),
                      "{\"source-ref\": \"s3://b/1.jpg\", \"boxes\": {\"annotations\": [], \"image_size\": []}, "
                      "\"boxes-metadata\": {\"class-map\": {\"2\": \"wasp\"}}}\n"
                      "{\"source-ref\": \"s3://b/2.jpg\", \"boxes\": {\"annotations\": [], \"image_size\": []}, "
                      "\"boxes-metadata\": {\"class-map\": {\"0\": \"bee\"}}}\n"));
    const Result<QStringList> names = readClassNames(path("set.manifest"));
    QVERIFY2(names.has_value(), qPrintable(names ? QString() : names.error().message));
    QCOMPARE(*names, (QStringList{QStringLiteral("bee"), QStringLiteral("1"), QStringLiteral("wasp")}));
}

void ClassNamesTest::anotherProjectGivesItsClasses()
{
    auto session = ProjectSession::create(path("p.boxwright"));
    QVERIFY(session.has_value());
    for (const char *name : {"wasp", "bee"})
        QVERIFY(
            (*session)->document().push(std::make_unique<AddClass>((*session)->document(), QString::fromLatin1(name))));
    QVERIFY((*session)->waitForSaved());
    const Result<QStringList> names = readClassNames(path("p.boxwright")); // while it is open, too
    QVERIFY(names.has_value());
    QCOMPARE(*names, (QStringList{QStringLiteral("wasp"), QStringLiteral("bee")}));
}

void ClassNamesTest::whatNamesNoneIsRefused()
{
    QVERIFY(writeFile(path("empty.txt"), "\n"));
    QVERIFY(writeFile(path("empty.manifest"), "{}\n"));
    QVERIFY(writeFile(path("far.manifest"), "{\"source-ref\": \"s3://b/1.jpg\", \"boxes\": {\"annotations\": [], "
                                            "\"image_size\": []}, \"boxes-metadata\": {\"class-map\": "
                                            "{\"2000000000\": \"wasp\"}}}\n"));
    for (const char *name : {"empty.txt", "empty.manifest", "far.manifest", "nowhere.manifest"}) {
        const Result<QStringList> names = readClassNames(path(name));
        QVERIFY2(!names.has_value(), name);
        QVERIFY2(names.error().message.contains(QLatin1String(name)), qPrintable(names.error().message));
    }
}

QTEST_GUILESS_MAIN(ClassNamesTest)
#include "class_names_test.moc"
