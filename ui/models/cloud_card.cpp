// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cloud_card.h"

#include "ui/models/pixel_words.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace boxwright {

namespace {

QString classesText(const ModelInfo &model)
{
    if (model.hasClassNames)
        return model.classes.join(QStringLiteral(", "));
    return model.classes.isEmpty() ? CloudCard::tr("not named yet")
                                   : CloudCard::tr("%n number(s) without names: %1", nullptr, int(model.classes.size()))
                                         .arg(model.classes.join(QStringLiteral(", ")));
}

QString pixelsText(const ModelInfo &model)
{
    const QString words = pixelInputWords(model.pixels.value_or(PixelInput::RgbMean));
    const Result<ModelSettings> settings = readModelSettings(model.folder);
    return settings && settings->pixels ? words : CloudCard::tr("%1 (most likely, not tried yet)").arg(words);
}

} // namespace

CloudCard::CloudCard(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("cloudCard"));
    setKind(*this, "card");
    auto *heading = new QLabel(tr("What its files do not say"));
    setKind(*heading, "title");
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto addRow = [grid](const QString &name, const char *valueName, QPushButton *button) {
        const int row = grid->rowCount();
        auto *label = new QLabel(name);
        setKind(*label, "dim");
        auto *value = new QLabel;
        value->setObjectName(QLatin1String(valueName));
        value->setWordWrap(true);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1);
        grid->addWidget(button, row, 2);
        return value;
    };
    auto *names = new QPushButton(tr("Name the classes..."));
    names->setObjectName(QStringLiteral("nameClasses"));
    auto *probe = new QPushButton(tr("Compare ways..."));
    probe->setObjectName(QStringLiteral("probePixels"));
    probe->setToolTip(tr("Runs the model on some labelled images in each way and shows which agrees with the labels."));
    m_classes = addRow(tr("Classes"), "cloudClasses", names);
    m_pixels = addRow(tr("Pixels are given"), "cloudPixels", probe);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addLayout(grid);
    connect(names, &QPushButton::clicked, this, &CloudCard::namesWanted);
    connect(probe, &QPushButton::clicked, this, &CloudCard::probeWanted);
}

void CloudCard::show(const ModelInfo &model)
{
    setVisible(model.isArtifact);
    if (!model.isArtifact)
        return;
    m_classes->setText(classesText(model));
    m_pixels->setText(pixelsText(model));
}

} // namespace boxwright
