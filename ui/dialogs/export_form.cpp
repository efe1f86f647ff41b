// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_form.h"

#include "core/formats/format_registry.h"
#include "core/session/s3_place.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/class_choice_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

namespace boxwright {

namespace {

const QString kFormatSetting = QStringLiteral("export/format");
const QString kFolderSetting = QStringLiteral("export/folder/"); ///< and the format's id

/// A bucket's name as Amazon allows it, then any folder.
bool isS3Address(const QString &address)
{
    static const QRegularExpression pattern(QStringLiteral("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/.*)?$"));
    return pattern.match(address).hasMatch();
}

} // namespace

ExportForm::ExportForm(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    addFormats(*form);
    addImages(*form);
    addClasses(*form);
    addTarget(*form);
    const int format = m_format->findData(session.setting(kFormatSetting));
    m_format->setCurrentIndex(std::max(0, format));
    m_address->setText(rememberedS3Place(m_session).prefix);
    proposeFolder();
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        proposeFolder();
        Q_EMIT changed();
    });
    connect(m_split, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportForm::changed);
    connect(m_address, &QLineEdit::textChanged, this, &ExportForm::changed);
    for (QCheckBox *box : {m_reviewedOnly, m_withEmpty, m_copy, m_upright})
        connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
    connect(m_shorterEdge, &QSpinBox::valueChanged, this, &ExportForm::changed);
    connect(m_classes, &ClassChoiceTable::changed, this, &ExportForm::changed);
}

ExportChoice ExportForm::choice() const
{
    ExportChoice choice;
    choice.format = datasetFormat(m_format->currentData().toString());
    const int split = m_split->currentData().toInt();
    if (split >= 0)
        choice.selection.split = Split(split);
    choice.selection.reviewedOnly = m_reviewedOnly->isChecked();
    choice.selection.includeEmpty = m_withEmpty->isChecked();
    const QString folder = m_folder->text().trimmed();
    if (!folder.isEmpty())
        choice.folder = QDir::cleanPath(QDir(m_session.folder()).absoluteFilePath(QDir::fromNativeSeparators(folder)));
    choice.classes = m_classes->choice();
    choice.copyImages = m_copy->isChecked();
    choice.isUpright = m_copy->isChecked() && m_upright->isChecked();
    const bool isPacked = choice.format && choice.format->abilities().packsImages;
    choice.shorterEdge = m_copy->isChecked() || isPacked ? m_shorterEdge->value() : 0;
    choice.s3Prefix = m_address->text().trimmed();
    while (choice.s3Prefix.endsWith(QLatin1Char('/')))
        choice.s3Prefix.chop(1);
    if (const S3Place place = rememberedS3Place(m_session); place.prefix == choice.s3Prefix)
        choice.imageRoot = place.folder;
    return choice;
}

QString ExportForm::problem() const
{
    const ExportChoice chosen = choice();
    if (!chosen.format)
        return tr("No format is chosen.");
    if (chosen.folder.isEmpty())
        return tr("Choose the folder to export to.");
    if (const Result<ClassRoutes> routes = routeClasses(m_session.dataset().classNames(), chosen.classes); !routes)
        return routes.error().message;
    if (!chosen.s3Prefix.isEmpty() && !isS3Address(chosen.s3Prefix))
        return tr("%1 is no address in S3: it must be like s3://my-bucket/folder.").arg(chosen.s3Prefix);
    return {};
}

void ExportForm::remember() const
{
    const ExportChoice chosen = choice();
    m_session.setSetting(kFormatSetting, chosen.format->id());
    m_session.setSetting(kFolderSetting + chosen.format->id(), chosen.folder);
    rememberS3Place(m_session, {chosen.s3Prefix, chosen.imageRoot});
}

void ExportForm::addFormats(QFormLayout &form)
{
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("format"));
    for (const auto &format : datasetFormats()) {
        if (format->canWrite())
            m_format->addItem(format->name(), format->id());
    }
    form.addRow(tr("Format"), m_format);
}

void ExportForm::addImages(QFormLayout &form)
{
    m_split = new QComboBox;
    m_split->setObjectName(QStringLiteral("split"));
    m_split->addItem(tr("All images"), -1);
    m_split->addItem(tr("Only the training split"), int(Split::Train));
    m_split->addItem(tr("Only the validation split"), int(Split::Validation));
    m_split->addItem(tr("Only the test split"), int(Split::Test));
    m_reviewedOnly = new QCheckBox(tr("Only images that are reviewed"));
    m_reviewedOnly->setObjectName(QStringLiteral("reviewedOnly"));
    m_withEmpty = new QCheckBox(tr("With images confirmed to be empty"));
    m_withEmpty->setObjectName(QStringLiteral("withEmpty"));
    m_withEmpty->setChecked(true);
    form.addRow(tr("Images"), m_split);
    form.addRow(QString(), m_reviewedOnly);
    form.addRow(QString(), m_withEmpty);
}

void ExportForm::addTarget(QFormLayout &form)
{
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("folder"));
    auto *choose = new QPushButton(tr("Choose..."));
    choose->setAutoDefault(false); // Return exports
    connect(choose, &QPushButton::clicked, this, &ExportForm::askForFolder);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("s3Prefix"));
    m_address->setPlaceholderText(QStringLiteral("s3://my-bucket/images"));
    m_address->setToolTip(tr("Where the images will lie in S3. Leave it empty to name the files only; nothing is "
                             "uploaded."));
    form.addRow(tr("Folder"), row);
    addCopies(form);
    form.addRow(tr("Address in S3"), m_address);
}

void ExportForm::addClasses(QFormLayout &form)
{
    m_classes = new ClassChoiceTable(m_session.dataset().classNames());
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->hide();
    auto *choose = new QCheckBox(tr("Leave out, rename or merge classes"));
    choose->setObjectName(QStringLiteral("chooseClasses"));
    connect(choose, &QCheckBox::toggled, m_classes, &QWidget::setVisible);
    form.addRow(QString(), choose);
    form.addRow(m_classes);
}

void ExportForm::addCopies(QFormLayout &form)
{
    m_copy = new QCheckBox(tr("Copy the images too"));
    m_copy->setObjectName(QStringLiteral("copyImages"));
    m_upright = new QCheckBox(tr("Turn copies upright"));
    m_upright->setObjectName(QStringLiteral("upright"));
    m_upright->setToolTip(tr("Cameras note how they were held. Not every program obeys that note; these copies do not "
                             "need it."));
    m_shorterEdge = new QSpinBox;
    m_shorterEdge->setObjectName(QStringLiteral("shorterEdge"));
    m_shorterEdge->setRange(0, 65535);
    m_shorterEdge->setSingleStep(32);
    m_shorterEdge->setSpecialValueText(tr("as they are"));
    m_shorterEdge->setToolTip(tr("Larger images are made so small that their shorter edge has that many pixels, and "
                                 "their boxes with them."));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_copy);
    row->addWidget(m_upright);
    row->addStretch(1);
    form.addRow(QString(), row);
    form.addRow(tr("Shorter edge"), m_shorterEdge);
    connect(m_copy, &QCheckBox::toggled, m_upright, &QWidget::setEnabled);
    m_upright->setEnabled(false);
}

void ExportForm::askForFolder()
{
    const QString folder = askFolder(this, tr("Export to this folder"), choice().folder);
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportForm::proposeFolder()
{
    const QString id = m_format->currentData().toString();
    QString folder = m_session.setting(kFolderSetting + id);
    if (folder.isEmpty())
        folder = QDir(m_session.folder()).filePath(m_session.name() + QLatin1Char('-') + id);
    m_folder->setText(QDir::toNativeSeparators(folder));
}

} // namespace boxwright
