// SPDX-License-Identifier: GPL-3.0-or-later
// Artifacts handed back: what was opened and not changed comes back with the same graph, parameters and
// hyperparameters. Also what people decide about a model, kept beside it.
#include "core/detect/artifact_export.h"

#include "core/base/file_io.h"
#include "core/detect/detector_backend.h"
#include "core/detect/model_info.h"
#include "core/sagemaker/model_artifact.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace boxwright;

namespace {

QString referenceArtifacts()
{
    const QString shared = qEnvironmentVariable("BOXWRIGHT_SOURCE") + QStringLiteral("/../shared/reference");
    return qEnvironmentVariable("BOXWRIGHT_REFERENCE", shared) + QStringLiteral("/mxnet/artifacts");
}

/// Name, shape and bytes of every array, whatever their order.
QMap<QString, QByteArray> contentOf(const ModelArtifact &artifact)
{
    QMap<QString, QByteArray> content;
    for (const TensorView &array : artifact.params.tensors())
        content.insert(array.name + shapeText(array.shape), QByteArray(array.bytes.data(), array.bytes.size()));
    return content;
}

} // namespace

class ArtifactExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedArtifactComesBackEqual_data();
    void anUnchangedArtifactComesBackEqual();
    void whatTheCloudDoesNotHaveIsRefused();
    void settingsAreKeptBesideTheModel();
    void brokenSettingsAreNamed_data();
    void brokenSettingsAreNamed();

private:
    QTemporaryDir m_folder;
};

void ArtifactExportTest::anUnchangedArtifactComesBackEqual_data()
{
    QTest::addColumn<QString>("path");
    const QDir all(referenceArtifacts());
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << all.filePath(name + QStringLiteral("/model.tar.gz"));
    if (!all.exists())
        QTest::newRow("absent") << QString();
}

void ArtifactExportTest::anUnchangedArtifactComesBackEqual()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("the folder of reference artifacts is absent");
    const QString target = m_folder.filePath(QStringLiteral("again.tar.gz"));
    const Result<> exported = exportArtifact(path, target);
    QVERIFY2(exported.has_value(), qPrintable(exported ? QString() : exported.error().message));
    const Result<ModelArtifact> before = readModelArtifact(path);
    const Result<ModelArtifact> after = readModelArtifact(target);
    QVERIFY2(before && after, qPrintable(after ? QString() : after.error().message));
    QVERIFY(before->graph == after->graph);
    QCOMPARE(contentOf(*after), contentOf(*before));
    QCOMPARE(after->hyperparameters, before->hyperparameters);
    QCOMPARE(after->symbolName, QStringLiteral("model_algo_1-symbol.json"));
    QCOMPARE(after->paramsName, QStringLiteral("model_algo_1-0000.params"));
}

void ArtifactExportTest::whatTheCloudDoesNotHaveIsRefused()
{
    const QString model = m_folder.filePath(QStringLiteral("mobile"));
    QVERIFY(makeFolder(model));
    ModelInfo info;
    info.name = QStringLiteral("mine");
    info.baseNetwork = QStringLiteral("mobilenet-v2");
    info.imageShape = 300;
    info.classes = QStringList{QStringLiteral("bee")};
    QVERIFY(writeFile(QDir(model).filePath(kModelInfoFile), modelInfoText(info, {})));
    const QString target = m_folder.filePath(QStringLiteral("none.tar.gz"));
    const Result<> exported = exportArtifact(model, target);
    QVERIFY(!exported.has_value());
    QVERIFY2(exported.error().message.contains(QLatin1String("mobilenet-v2")), qPrintable(exported.error().message));
    QVERIFY(!QFileInfo::exists(target));
}

void ArtifactExportTest::settingsAreKeptBesideTheModel()
{
    const QString model = m_folder.filePath(QStringLiteral("model.tar.gz"));
    QVERIFY(readModelSettings(model) && *readModelSettings(model) == ModelSettings());
    const ModelSettings settings{{QStringLiteral("bee"), QStringLiteral("말벌")}, PixelInput::BgrRaw};
    QVERIFY(writeModelSettings(model, settings));
    const auto read = readModelSettings(model);
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().message));
    QVERIFY(*read == settings);
}

void ArtifactExportTest::brokenSettingsAreNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("classes") << QByteArray("{\"classes\": [1]}");
    QTest::newRow("pixels") << QByteArray("{\"preprocess\": \"upside-down\"}");
}

void ArtifactExportTest::brokenSettingsAreNamed()
{
    QFETCH(QByteArray, content);
    const QString model = m_folder.filePath(QStringLiteral("broken.tar.gz"));
    QVERIFY(writeFile(modelSettingsFile(model), content));
    const auto read = readModelSettings(model);
    QVERIFY(!read.has_value());
    QVERIFY(read.error().message.contains(QLatin1String("broken.tar.gz.boxwright.json")));
}

QTEST_GUILESS_MAIN(ArtifactExportTest)
#include "artifact_export_test.moc"
