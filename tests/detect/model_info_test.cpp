// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/model_info.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

class ModelInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void whatIsWrittenIsRead();
    void aModelWithoutValidationHasNone();
    void badDescriptionsAreNamed_data();
    void badDescriptionsAreNamed();
    void aFolderWithoutModelIsNamed();

private:
    bool write(const QByteArray &content);
    QTemporaryDir m_folder;
};

bool ModelInfoTest::write(const QByteArray &content)
{
    QFile file(m_folder.filePath(QStringLiteral("model.json")));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void ModelInfoTest::whatIsWrittenIsRead()
{
    ModelInfo info;
    info.name = QStringLiteral("세포 \"1\"");
    info.baseNetwork = QStringLiteral("vgg-16");
    info.imageShape = 512;
    info.classes = QStringList{QStringLiteral("RBC"), QStringLiteral("백혈구")};
    info.hyperparameters = {{QStringLiteral("epochs"), QStringLiteral("30")},
                            {QStringLiteral("lr_scheduler_step"), QStringLiteral("10,20")}};
    info.validationMap = 0.8125;
    QVERIFY(write(modelInfoText(info, QStringLiteral("LibTorch 1.13.1"))));
    const auto read = readModelInfo(m_folder.path());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->name, info.name);
    QCOMPARE(read->baseNetwork, info.baseNetwork);
    QCOMPARE(read->imageShape, 512);
    QCOMPARE(read->classes, info.classes);
    QCOMPARE(read->hyperparameters, info.hyperparameters);
    QCOMPARE(read->validationMap, 0.8125);
    QCOMPARE(read->folder, QDir(m_folder.path()).absolutePath());
}

void ModelInfoTest::aModelWithoutValidationHasNone()
{
    ModelInfo info;
    info.baseNetwork = QStringLiteral("mobilenet-v2");
    info.imageShape = 300;
    info.classes = QStringList{QStringLiteral("bee")};
    QVERIFY(write(modelInfoText(info, {})));
    const auto read = readModelInfo(m_folder.path());
    QVERIFY(read);
    QVERIFY(read->validationMap < 0);
    QCOMPARE(read->name, QDir(m_folder.path()).dirName()); // a nameless model goes by its folder
}

void ModelInfoTest::badDescriptionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &content, const char *named) {
        QTest::newRow(name) << content << QString::fromLatin1(named);
    };
    const QByteArray start(R"({"format":"boxwright-model","version":1,"base_network":"vgg-16",)");
    row("empty", "", "JSON");
    row("cut off", start, "JSON");
    row("a list", "[]", "not a Boxwright model");
    row("other JSON", R"({"a":1})", "not a Boxwright model");
    row("newer", R"({"format":"boxwright-model","version":2})", "version 2");
    row("no base network", R"({"format":"boxwright-model","version":1})", "base_network");
    row("no image_shape", start + R"("classes":["a"]})", "image_shape");
    row("image_shape of a text", start + R"("image_shape":"300","classes":["a"]})", "image_shape");
    row("image_shape far too large", start + R"("image_shape":1000000000,"classes":["a"]})", "image_shape");
    row("no classes", start + R"("image_shape":300})", "classes");
    row("empty classes", start + R"("image_shape":300,"classes":[]})", "classes");
    row("classes of numbers", start + R"("image_shape":300,"classes":[1]})", "classes");
}

void ModelInfoTest::badDescriptionsAreNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    QVERIFY(write(content));
    const auto read = readModelInfo(m_folder.path());
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QLatin1String("model.json")), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(named), qPrintable(read.error().message));
}

void ModelInfoTest::aFolderWithoutModelIsNamed()
{
    const auto read = readModelInfo(m_folder.filePath(QStringLiteral("nowhere")));
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(QLatin1String("nowhere")));
}

QTEST_GUILESS_MAIN(ModelInfoTest)
#include "model_info_test.moc"
